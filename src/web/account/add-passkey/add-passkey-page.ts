import type { PasskeyOptions } from '../../../domain/account-keys/index.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { meansAdvice } from '../../ui/means-advice.ts';
import { passkeyForm, withoutPasskeys } from '../../ui/passkey-form.ts';
import { accountLayout } from '../account-layout.ts';

/** A new passkey: a name for it, and a button that lets the device make it. */
export function addPasskeyPage(form: FormState, path: string, options: PasskeyOptions): Html {
  const { frame, errors } = form;
  const { words } = frame;
  const name = { name: 'name', label: words.say('account.add.name'), autocomplete: 'off' } as const;
  const fields = textField(form, { ...name, hint: words.say('account.add.name.hint') });
  const button = words.say('account.passkey.do');
  return accountLayout(frame, {
    title: words.say('account.passkey'),
    section: 'keys',
    back: '/account/keys',
    errors,
    body: html`<p class="lede">${words.say('account.passkey.lede')}</p>
${withoutPasskeys(frame)}
${passkeyForm(frame, { path, options, does: 'make', button, fields })}
${meansAdvice(words)}`,
  });
}
