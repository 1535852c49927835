import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';

/**
 * The warning before a session ends for want of use (WCAG 2.2.1). The script opens it five minutes before, and asks for more time
 * without leaving the page, so that what was typed stays; without script it stays closed, and the next page says how to come back.
 */
export function requestTimeout({ words, formToken }: Frame, left: number): Html {
  return html`<dialog id="timeout" aria-labelledby="timeout-title" data-left="${left}" data-path="/request/status">
<h2 id="timeout-title">${words.say('timeout.title')}</h2>
<p>${words.say('request.timeout')}</p>
<p class="clock" aria-hidden="true"><span data-clock>5:00</span></p>
<p class="vh" role="status" data-spoken="${words.counts('timeout.spoken', 5)}"></p>
<form method="post" action="/request/more-time" class="row"><input type="hidden" name="csrf" value="${formToken}">
<button class="btn">${words.say('timeout.more')}</button>
<button class="btn sec" formaction="/request/leave" name="stop" value="yes">${words.say('request.leave')}</button></form>
</dialog>`;
}
