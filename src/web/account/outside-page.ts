import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';

/** A page of an account without a session: what is the case, and the login. */
export function outsidePage(frame: Frame, key: 'account.stopped' | 'account.left', again: string): Html {
  const { words } = frame;
  const title = words.say(key);
  return layout(frame, {
    title,
    body: html`<h1>${title}</h1>
<p class="lede">${words.say(`${key}.text`)}</p>
<div class="row"><a class="btn" href="${again}">${words.say('account.login')}</a><a class="btn sec" href="/">${words.say('account.toStart')}</a></div>`,
  });
}
