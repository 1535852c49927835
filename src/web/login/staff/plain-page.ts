import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';

/** A page for staff without a session: what is the case, and the login. */
export function plainPage(frame: Frame, key: 'staff.stopped' | 'staff.left', again: string): Html {
  const { words } = frame;
  const title = words.say(key);
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say(`${key}.text`)}</p>
<div class="row"><a class="btn" href="${again}">${words.say('staff.login')}</a></div>`,
  });
}
