import { textIn } from '../../../base/language.ts';
import { caseworkApplication, staffRightCodes, staffRights } from '../../../domain/staff/index.ts';
import type { ShownStaffForm } from '../../http/session/shown-staff-form.ts';
import { type FormState, radioField, textField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { languageField } from '../invited-language.ts';
import { platformPage } from '../platform-page.ts';
import { reasonForm } from '../reason-form.ts';
import { staffRightName } from '../staff-right-name.ts';
import { STAFF } from '../staff-table.ts';

/** Somebody new at work with Sluis: where the link goes, and what they may do. */
export function inviteStaffPage({ page, typed, errors, afterLogin }: ShownStaffForm): Html {
  const { frame } = page;
  const { words } = frame;
  const form: FormState = { frame, typed, errors };
  const rights = staffRights.map((right) => {
    const { description } =
      caseworkApplication.rights.find(({ code }) => code === staffRightCodes[right]) ?? {};
    const hint = description ? textIn(description, words.language) : '';
    return { value: right, label: staffRightName(frame, right), hint };
  });
  return platformPage(page, {
    section: 'platform-staff',
    title: words.say('platform.invite'),
    back: { href: STAFF, label: words.say('platform.staff.back') },
    errors,
    afterLogin,
    body: html`<p class="lede">${words.say('platform.invite.lede')}</p>
${reasonForm(form, {
  action: `${STAFF}/invite`,
  fields: html`${textField(form, { name: 'email', type: 'email', label: words.say('platform.invite.email'), hint: words.say('platform.invite.email.hint'), autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'name', label: words.say('platform.invite.name'), hint: words.say('platform.invite.name.hint'), autocomplete: 'off', verbatim: true, optional: true })}
${radioField(form, { name: 'right', label: words.say('platform.invite.right'), choices: rights })}
${textField(form, { name: 'organisation', label: words.say('platform.invite.organisation'), hint: words.say('platform.invite.organisation.hint'), width: 'number', autocomplete: 'off', verbatim: true, optional: true })}
${languageField(form)}`,
  button: words.say('platform.invite.button'),
  cancel: STAFF,
})}`,
  });
}
