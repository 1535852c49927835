import type { StaffMemberRights } from '../../../domain/platform/index.ts';
import type { ShownStaffForm } from '../../http/session/shown-staff-form.ts';
import { type FormState, radioField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { platformPage } from '../platform-page.ts';
import { reasonForm } from '../reason-form.ts';
import { staffRightName } from '../staff-right-name.ts';
import { STAFF } from '../staff-table.ts';

/** Which right of a member of staff ends, or all of them. */
export function endStaffPage(
  { page, typed, errors, afterLogin }: ShownStaffForm,
  { person, name, rights }: StaffMemberRights,
): Html {
  const { frame } = page;
  const { words } = frame;
  const form: FormState = { frame, typed, errors };
  const choices = [
    ...rights.map(({ id, right, organisationName }) => ({
      value: id,
      label: html`${staffRightName(frame, right)} · <span translate="no">${organisationName}</span>`,
    })),
    {
      value: 'all',
      label: words.say('platform.endStaff.all'),
      hint: words.say('platform.endStaff.all.hint'),
    },
  ];
  return platformPage(page, {
    section: 'platform-staff',
    title: words.say('platform.endStaff.title', { name }),
    back: { href: STAFF, label: words.say('platform.staff.back') },
    errors,
    afterLogin,
    body: html`<p class="lede">${words.say('platform.endStaff.lede')}</p>
${reasonForm(form, {
  action: `${STAFF}/${person}/end`,
  fields: radioField(form, { name: 'right', label: words.say('platform.endStaff.right'), choices }),
  button: words.say('platform.endStaff.button'),
  isDanger: true,
  cancel: STAFF,
})}`,
  });
}
