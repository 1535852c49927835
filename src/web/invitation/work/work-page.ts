import type { WorkInvitationView } from '../../../domain/work-invitation/index.ts';
import { workInvitationFacts } from '../../ui/access/work-invitation-card.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { type Contact, unbroken } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';

export type WorkPageProps = {
  /** `null`: there is no such invitation. */
  readonly view: WorkInvitationView | null;
  /** The login that leads to the answer. */
  readonly login: string;
  readonly contact: Contact;
};

/** The link of a work invitation, before any login: who invites, for which organisation, and the way to answer; or why it opens nothing. */
export function workPage(frame: Frame, { view, login, contact }: WorkPageProps): Html {
  const { words } = frame;
  if (view?.standing === 'open') {
    const title = words.say('work.title', { organisation: view.organisation.name });
    return layout(frame, {
      title,
      body: html`<h1>${title}</h1>
<p class="lede">${words.say('work.lede')}</p>
<section class="card">${workInvitationFacts(frame, view)}</section>
<div class="row"><a class="btn" href="${login}">${words.say('work.login')}</a><a class="btn sec" href="/">${words.say('invitation.toStart')}</a></div>`,
    });
  }
  const standing = view?.standing ?? 'unknown';
  const title = words.say(`work.closed.${standing}`);
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say(`work.closed.${standing}.text`)}</p>
<p>${words.say('invitation.ask', unbroken(contact))}</p>
<div class="row"><a class="btn" href="/account/invitations">${words.say('work.toAccount')}</a><a class="btn sec" href="/">${words.say('invitation.toStart')}</a></div>`,
  });
}
