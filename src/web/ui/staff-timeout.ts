import type { Frame } from './frame.ts';
import { type Fragment, html } from './html.ts';

/**
 * The warning before a session of staff ends for want of use (WCAG 2.2.1). The script opens it five minutes before, and asks for
 * more time without leaving the page; without script it stays closed, and the next page asks for a login.
 */
export function staffTimeout(frame: Frame): Fragment {
  if (!frame.ends) return null;
  const { words } = frame;
  const left = Math.max(0, frame.ends.at.getTime() - frame.ends.now.getTime());
  const again = `/staff/login?to=${encodeURIComponent(frame.path)}`;
  return html`<dialog id="timeout" aria-labelledby="timeout-title" data-left="${left}" data-path="${again}">
<h2 id="timeout-title">${words.say('timeout.title')}</h2>
<p>${words.say('timeout.text')}</p>
<p class="clock" aria-hidden="true"><span data-clock>5:00</span></p>
<p class="vh" role="status" data-spoken="${words.counts('timeout.spoken', 5)}"></p>
<form method="post" action="/staff/more-time" class="row"><input type="hidden" name="csrf" value="${frame.formToken}">
<button class="btn">${words.say('timeout.more')}</button>
<button class="btn sec" formaction="/staff/logout" name="stop" value="yes">${words.say('staff.logout')}</button></form>
</dialog>`;
}
