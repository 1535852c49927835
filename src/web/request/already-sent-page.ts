import type { RequestView } from '../../domain/casework/index.ts';
import { copyable } from '../ui/copyable.ts';
import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { requestLayout } from './request-layout.ts';

/** Somebody sends what was sent already: the answers cannot be changed, and nothing happens twice. */
export function alreadySentPage(frame: Frame, view: RequestView): Html {
  const { words } = frame;
  return requestLayout(frame, {
    view,
    title: words.say('request.already.title'),
    back: null,
    body: html`<p class="lede">${words.say('request.already.lede')}</p>
<section class="card reference"><h2>${words.say('sent.reference')}</h2>${copyable(frame, view.reference)}</section>
<div class="row"><a class="btn" href="/request/status">${words.say('sent.see')}</a></div>`,
  });
}
