import type { Organisation } from '../../../domain/organisation/index.ts';
import { type InvitationDecision, invitationDecisions } from '../../../domain/platform/index.ts';
import type { ListedInvitation } from '../../../domain/work-invitation/index.ts';
import type { ShownStaffForm } from '../../http/session/shown-staff-form.ts';
import { type FormState, radioField } from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { facts } from '../../ui/parts.ts';
import { organisationPath } from '../organisation-in.ts';
import { platformPage } from '../platform-page.ts';
import { reasonForm } from '../reason-form.ts';

/** An invitation that waits: who was meant, who accepted, and what can be done. */
export function decideInvitationPage(
  { page, typed, errors, afterLogin }: ShownStaffForm,
  { id }: Organisation,
  { invitation, accepted }: ListedInvitation,
): Html {
  const { frame } = page;
  const { words } = frame;
  const form: FormState = { frame, typed, errors };
  const { givenNames, familyName } = invitation.names;
  const isPossible = (decision: InvitationDecision) => (decision === 'withdraw') === (accepted === null);
  const choices = invitationDecisions
    .filter(isPossible)
    .map((value) => ({ value, label: words.say(`platform.decide.${value}`) }));
  const person = (name: string) => html`<span translate="no">${name}</span>`;
  return platformPage(page, {
    section: 'platform-organisations',
    title: words.say('platform.decide.title'),
    back: { href: organisationPath(id), label: words.say('platform.organisation.back') },
    errors,
    afterLogin,
    body: html`<p class="lede">${words.say(accepted === null ? 'platform.decide.open' : 'platform.decide.accepted')}</p>
<section class="card">${facts([
      [words.say('platform.decide.invited'), person(`${givenNames} ${familyName}`)],
      ...(accepted === null
        ? []
        : [
            [
              words.say('platform.decide.came'),
              person(`${accepted.givenNames} ${accepted.familyName}`),
            ] as const,
          ]),
    ])}</section>
${reasonForm(form, {
  action: `${organisationPath(id)}/invitations/${invitation.id}`,
  fields: radioField(form, { name: 'decision', label: words.say('platform.decide.question'), choices }),
  button: words.say('platform.decide.button'),
  cancel: organisationPath(id),
})}`,
  });
}
