import type { Organisation } from '../../../domain/organisation/index.ts';
import type { ShownStaffForm } from '../../http/session/shown-staff-form.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { languageField } from '../invited-language.ts';
import { organisationPath } from '../organisation-in.ts';
import { platformPage } from '../platform-page.ts';
import { reasonForm } from '../reason-form.ts';

/** Who becomes the head administrator of an organisation, and where the link goes. */
export function appointAdministratorPage(
  { page, typed, errors, afterLogin }: ShownStaffForm,
  { id, name }: Organisation,
): Html {
  const { frame } = page;
  const { words } = frame;
  const form: FormState = { frame, typed, errors };
  const plain = { autocomplete: 'off', verbatim: true } as const;
  return platformPage(page, {
    section: 'platform-organisations',
    title: words.say('platform.appoint.title', { name }),
    back: { href: organisationPath(id), label: words.say('platform.organisation.back') },
    errors,
    afterLogin,
    body: html`<p class="lede">${words.say('platform.appoint.lede')}</p>
<p>${words.say('platform.appoint.names')}</p>
${reasonForm(form, {
  action: `${organisationPath(id)}/administrators/new`,
  fields: html`${textField(form, { ...plain, name: 'givenNames', label: words.say('platform.appoint.givenNames') })}
${textField(form, { ...plain, name: 'familyName', label: words.say('platform.appoint.familyName') })}
${textField(form, { ...plain, name: 'email', type: 'email', label: words.say('platform.appoint.email') })}
${textField(form, { ...plain, name: 'phone', type: 'tel', label: words.say('platform.appoint.phone'), hint: words.say('platform.appoint.phone.hint'), optional: true })}
${languageField(form)}`,
  button: words.say('platform.invite.button'),
  cancel: organisationPath(id),
})}`,
  });
}
