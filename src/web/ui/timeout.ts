import { SECOND } from '../../base/time.ts';
import type { Frame } from './frame.ts';
import { type Fragment, html } from './html.ts';

/** Without script: the page shows by itself, just after the end, that the login has expired and how to begin again. */
export function timeoutRefresh(frame: Frame): Fragment {
  if (!frame.ends) return null;
  const seconds = Math.ceil((frame.ends.at.getTime() - frame.ends.now.getTime()) / SECOND) + 5;
  return (
    seconds > 0 &&
    html`<noscript><meta http-equiv="refresh" content="${seconds};url=${frame.path}"></noscript>`
  );
}

/**
 * The warning before the end (WCAG 2.2.1). The script opens it five minutes before and counts down; without script it stays
 * closed and `timeoutRefresh` does its work.
 */
export function timeoutDialog(frame: Frame): Fragment {
  if (!frame.ends) return null;
  const { words } = frame;
  const spoken = words.counts('timeout.spoken', 5);
  const left = Math.max(0, frame.ends.at.getTime() - frame.ends.now.getTime());
  return html`<dialog id="timeout" aria-labelledby="timeout-title" data-left="${left}" data-path="${frame.path}">
<h2 id="timeout-title">${words.say('timeout.title')}</h2>
<p>${words.say('timeout.text')}</p>
<p class="clock" aria-hidden="true"><span data-clock>5:00</span></p>
<p class="vh" role="status" data-spoken="${spoken}"></p>
<form method="post" action="${frame.path}/more-time" class="row">
<input type="hidden" name="csrf" value="${frame.formToken}">
<button class="btn">${words.say('timeout.more')}</button>
<button class="btn sec" formaction="${frame.path}" name="answer" value="give-up">${words.say('timeout.stop')}</button>
</form>
</dialog>`;
}
