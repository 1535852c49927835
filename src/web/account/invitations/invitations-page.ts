import type { WorkInvitationSecret, WorkInvitationView } from '../../../domain/work-invitation/index.ts';
import { workInvitationFacts } from '../../ui/access/work-invitation-card.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { accountLayout } from '../account-layout.ts';

/** How the last answer ended; in the address after it, so that a reload answers nothing again. */
export const answersDone = ['begun', 'partly', 'already', 'to-confirm', 'refused'] as const;
export const answersFailed = [
  'too-weak',
  'lapsed',
  'unknown',
  'expired',
  'withdrawn',
  'rejected',
  'own-accepted',
  'own-begun',
  'own-refused',
  'accepted',
] as const;

export type AnswerDone = (typeof answersDone)[number];
export type AnswerFailed = (typeof answersFailed)[number];

export type InvitationsProps = {
  /** What waits under the number of whoever is logged in. */
  readonly waiting: readonly WorkInvitationView[];
  /** The one whose link was opened. */
  readonly opened: { readonly secret: WorkInvitationSecret; readonly view: WorkInvitationView } | null;
  readonly done: AnswerDone | null;
  readonly failed: AnswerFailed | null;
  /** A login by another means, which leads back here. */
  readonly stronger: string;
};

/** The invitations to work for an organisation that somebody may answer. */
export function invitationsPage(frame: Frame, props: InvitationsProps): Html {
  const { words } = frame;
  const { waiting, opened, done, failed } = props;
  const isOpen = opened?.view.standing === 'open';
  return accountLayout(frame, {
    title: words.say('work.invitations'),
    section: 'invitations',
    notice: html`${done && banner(done === 'to-confirm' ? 'info' : 'ok', words.say(`work.done.${done}`))}${failed && failure(frame, props, failed)}`,
    body: html`${isOpen && answerCard(frame, opened.view, hidden('secret', opened.secret))}
${waiting.map((view) => answerCard(frame, view, hidden('invitation', view.invitation.id)))}
${!isOpen && waiting.length === 0 && html`<section class="card"><p>${words.say('work.none')}</p></section>`}`,
  });
}

function failure({ words }: Frame, { stronger }: InvitationsProps, failed: AnswerFailed): Html {
  const more: Fragment =
    failed === 'too-weak' &&
    html`<p><a class="btn sec" href="${stronger}">${words.say('work.loginStronger')}</a></p>`;
  return banner('warn', words.say(`work.failed.${failed}`), more);
}

function answerCard(frame: Frame, view: WorkInvitationView, which: Html): Html {
  const { words } = frame;
  const { name } = view.organisation;
  const answer = (kind: 'accept' | 'refuse', style: string) =>
    postedForm(
      { frame },
      '/account/invitations',
      html`${which}${hidden('answer', kind)}<button class="btn${style}">${words.say(`work.${kind}`)}<span class="vh">: ${name}</span></button>`,
    );
  return html`<section class="card"><h2>${words.say('work.title', { organisation: name })}</h2>
<p>${words.say('work.text')}</p>
${workInvitationFacts(frame, view)}
<div class="row">${answer('accept', '')}${answer('refuse', ' sec')}</div></section>`;
}
