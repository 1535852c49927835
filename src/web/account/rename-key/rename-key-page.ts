import type { FormState } from '../../ui/form/form-fields.ts';
import { textField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { accountLayout } from '../account-layout.ts';

/** Another name for a key. */
export function renameKeyPage(form: FormState, action: string): Html {
  const { frame, errors } = form;
  const { words } = frame;
  const field = textField(form, {
    name: 'name',
    label: words.say('account.rename.name'),
    hint: words.say('account.rename.hint'),
    autocomplete: 'off',
  });
  return accountLayout(frame, {
    title: words.say('account.rename'),
    section: 'keys',
    back: '/account/keys',
    errors,
    body: postedForm(
      { frame },
      action,
      html`${field}<div class="row"><button class="btn">${words.say('account.rename.do')}</button></div>`,
    ),
  });
}
