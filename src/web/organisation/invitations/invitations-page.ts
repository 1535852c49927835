import { lastDayBefore } from '../../../base/calendar.ts';
import type { ListedInvitation } from '../../../domain/work-invitation/index.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, facts } from '../../ui/parts.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

/** How the last step ended; in the address after it, so that a reload does nothing again. */
export const invitationsDone = ['invited', 'noted', 'sent', 'withdrawn', 'rejected'] as const;
export const invitationsFailed = ['not-open', 'too-many', 'own-decision', 'not-yours', 'lapsed'] as const;

export type InvitationsProps = {
  readonly listed: readonly ListedInvitation[];
  readonly done: (typeof invitationsDone)[number] | null;
  readonly failed: (typeof invitationsFailed)[number] | null;
};

/** The invitations of an organisation that wait: those to confirm in front. */
export function invitationsPage(frame: OrganisationFrame, { listed, done, failed }: InvitationsProps): Html {
  const { words, here } = frame;
  const [toConfirm, waiting] = [
    listed.filter(({ accepted }) => accepted !== null),
    listed.filter(({ accepted }) => accepted === null),
  ];
  return organisationLayout(frame, {
    title: words.say('people.invitations'),
    section: 'people',
    back: here.at('/people'),
    notice: html`${done && banner('ok', words.say(`people.invitations.done.${done}`))}${failed && banner('warn', words.say(`people.invitations.failed.${failed}`))}`,
    body: html`<div class="row"><a class="btn" href="${here.at('/people/add')}">${words.say('people.add')}</a></div>
${toConfirm.length > 0 && html`<h2>${words.say('people.toConfirm')}</h2>${toConfirm.map((each) => confirmCard(frame, each))}`}
<h2>${words.say('people.waiting')}</h2>
${waiting.length === 0 ? html`<section class="card"><p>${words.say('people.waiting.none')}</p></section>` : waiting.map((each) => waitingCard(frame, each))}`,
  });
}

function confirmCard(frame: OrganisationFrame, { invitation, inviter, accepted }: ListedInvitation): Html {
  const { words, here } = frame;
  const typed = `${invitation.names.givenNames} ${invitation.names.familyName}`;
  const name = accepted === null ? '' : `${accepted.givenNames} ${accepted.familyName}`.trim();
  const decide = (isMeant: 'yes' | 'no', label: string, kind: string) =>
    postedForm(
      { frame },
      here.at('/people/invitations/decide'),
      html`${hidden('invitation', invitation.id)}${hidden('isMeant', isMeant)}<button class="btn${kind}">${label}<span class="vh">: ${name}</span></button>`,
    );
  return html`<section class="card"><h3 translate="no">${name}</h3><p>${words.say('people.toConfirm.text', { typed, name })}</p>
${facts([
  [words.say('people.typed'), html`<span translate="no">${typed}</span>`],
  [words.say('people.acceptedAs'), html`<span translate="no">${name}</span>`],
  [words.say('people.invitedBy'), html`<span translate="no">${inviter}</span>`],
])}
<div class="row">${decide('yes', words.say('people.isMeant'), '')}${decide('no', words.say('people.isNotMeant'), ' danger')}</div></section>`;
}

function waitingCard(frame: OrganisationFrame, { invitation, inviter, isExpired }: ListedInvitation): Html {
  const { words, here } = frame;
  const { id, names, email, expiresAt } = invitation;
  const name = `${names.givenNames} ${names.familyName}`;
  const last = words.date(lastDayBefore(expiresAt));
  const act = (path: string, label: string): Fragment =>
    postedForm(
      { frame },
      here.at(`/people/invitations/${path}`),
      html`${hidden('invitation', id)}<button class="btn sec sm">${label}<span class="vh">: ${name}</span></button>`,
    );
  return html`<section class="card"><h3 translate="no">${name}</h3>
<p>${email === null ? words.say('people.waitsForLogin') : html`<span translate="no">${email.reveal()}</span>`}</p>
<p>${words.say(isExpired ? 'people.expired' : 'people.waitsUntil', { day: last })} ${words.say('people.byInviter', { name: inviter })}</p>
<div class="row">${email !== null && act('again', words.say('people.sendAgain'))}${act('withdraw', words.say('people.withdraw'))}</div></section>`;
}
