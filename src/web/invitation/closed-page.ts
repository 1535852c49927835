import type { InvitationStanding } from '../../domain/invitation/index.ts';
import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { type Contact, unbroken } from '../ui/journey-page.ts';
import { layout } from '../ui/layout.ts';

/** Why an invitation opens nothing: it was used, taken back, too old, or there is none; or a login for it was given up. */
export type ClosedInvitation = Exclude<InvitationStanding, 'open'> | 'unknown' | 'stopped';

/** An invitation that opens nothing (any more): what is the case, and what to do. */
export function closedPage(frame: Frame, why: ClosedInvitation, contact: Contact): Html {
  const { words } = frame;
  const title = words.say(`invitation.${why}`);
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say(`invitation.${why}.text`)}</p>
<p>${words.say('invitation.ask', unbroken(contact))}</p>
<div class="row">${why === 'accepted' && html`<a class="btn" href="/staff/login">${words.say('staff.login')}</a>`}<a class="btn sec" href="/">${words.say('invitation.toStart')}</a></div>`,
  });
}
