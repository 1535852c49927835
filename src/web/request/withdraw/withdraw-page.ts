import type { RequestView } from '../../../domain/casework/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { requestForm, requestLayout } from '../request-layout.ts';

/** What withdrawing means, before it is done. */
export function withdrawPage(
  frame: Frame,
  view: RequestView,
  periods: { readonly days: number; readonly documentDays: number },
): Html {
  const { words } = frame;
  const isDraft = view.stage.kind === 'draft';
  const back = isDraft ? '/request/saved' : '/request/status';
  const effects = [
    words.say('withdraw.effect.number'),
    isDraft ? words.say('withdraw.effect.answers') : words.say('withdraw.effect.later', periods),
    words.say('withdraw.effect.again'),
  ].map((each) => html`<li>${each}</li>`);
  return requestLayout(frame, {
    view,
    title: words.say('withdraw.title'),
    back,
    body: html`<p class="lede">${words.say('withdraw.lede', { reference: view.reference })}</p>
<ul class="bullets">${effects}</ul>
${requestForm(frame, '/request/withdraw', html`<div class="row"><button class="btn danger">${words.say('withdraw.go')}</button><a class="linkish" href="${back}">${words.say('withdraw.keep')}</a></div>`)}`,
  });
}
