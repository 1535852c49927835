import type { ShownStaffForm } from '../../http/session/shown-staff-form.ts';
import { type FormState, radioField, textField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { ORGANISATIONS } from '../organisation-in.ts';
import { platformPage } from '../platform-page.ts';
import { reasonForm } from '../reason-form.ts';
import { organisationGroups } from '../target-groups-of-organisations.ts';

/** A new organisation: its target group says how its code is written. */
export function addOrganisationPage({ page, typed, errors, afterLogin }: ShownStaffForm): Html {
  const { frame } = page;
  const { words } = frame;
  const form: FormState = { frame, typed, errors };
  const choices = organisationGroups.map((group) => ({
    value: group,
    label: words.say(`platform.group.${group}`),
    hint: words.say(`platform.group.${group}.code`),
  }));
  return platformPage(page, {
    section: 'platform-organisations',
    title: words.say('platform.organisations.add'),
    back: { href: ORGANISATIONS, label: words.say('platform.organisations.back') },
    errors,
    afterLogin,
    body: html`<p class="lede">${words.say('platform.add.lede')}</p>
${reasonForm(form, {
  action: `${ORGANISATIONS}/new`,
  fields: html`${radioField(form, { name: 'targetGroup', label: words.say('platform.organisation.targetGroup'), choices })}
${textField(form, { name: 'code', label: words.say('platform.organisation.code'), hint: words.say('platform.add.code.hint'), width: 'number', autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'name', label: words.say('platform.organisation.name'), hint: words.say('platform.add.name.hint'), autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'parent', label: words.say('platform.add.parent'), hint: words.say('platform.add.parent.hint'), width: 'number', autocomplete: 'off', verbatim: true, optional: true })}`,
  button: words.say('platform.organisations.add'),
  cancel: ORGANISATIONS,
})}`,
  });
}
