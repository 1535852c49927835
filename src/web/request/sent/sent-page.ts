import type { RequestView } from '../../../domain/casework/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { requestLayout } from '../request-layout.ts';
import { sentPanel } from '../sent-panel.ts';

/** P9: the request is with the agents. May be bookmarked. */
export function sentPage(frame: Frame, view: RequestView): Html {
  const { words } = frame;
  return requestLayout(frame, {
    view,
    title: words.say('sent.title'),
    back: null,
    body: html`<p class="lede">${words.say('sent.lede')}</p>
${sentPanel(frame, view)}
<div class="row"><a class="btn" href="/request/status">${words.say('sent.see')}</a></div>`,
  });
}
