import type { StaffMember } from '../../../domain/staff/index.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { staffLayout } from './staff-layout.ts';

/** Logged in, but without the right for this part. Says nothing of what is in it. */
export function noRightPage(frame: Frame, member: StaffMember): Html {
  const { words } = frame;
  const title = words.say('staff.noRight');
  return staffLayout(frame, {
    member,
    section: null,
    title,
    failed: true,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say('staff.noRight.text')}</p>
<p>${words.mark('staff.noRight.who', { organisation: member.organisationName })}</p>
<p>${words.say('staff.noRight.other')}</p>
<div class="row"><a class="btn sec" href="/staff/login?fresh=1&amp;to=${encodeURIComponent(frame.path)}">${words.say('staff.noRight.again')}</a></div>`,
  });
}
