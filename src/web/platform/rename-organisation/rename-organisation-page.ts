import type { Organisation } from '../../../domain/organisation/index.ts';
import type { ShownStaffForm } from '../../http/session/shown-staff-form.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { organisationPath } from '../organisation-in.ts';
import { platformPage } from '../platform-page.ts';
import { reasonForm } from '../reason-form.ts';

/** Another name for an organisation. */
export function renameOrganisationPage(
  { page, typed, errors, afterLogin }: ShownStaffForm,
  { id, name }: Organisation,
): Html {
  const { frame } = page;
  const { words } = frame;
  const form: FormState = { frame, typed: { name, ...typed }, errors };
  return platformPage(page, {
    section: 'platform-organisations',
    title: words.say('platform.rename.title', { name }),
    back: { href: organisationPath(id), label: words.say('platform.organisation.back') },
    errors,
    afterLogin,
    body: html`<p class="lede">${words.say('platform.rename.lede')}</p>
${reasonForm(form, {
  action: `${organisationPath(id)}/rename`,
  fields: textField(form, {
    name: 'name',
    label: words.say('platform.organisation.name'),
    autocomplete: 'off',
    verbatim: true,
  }),
  button: words.say('platform.rename'),
  cancel: organisationPath(id),
})}`,
  });
}
