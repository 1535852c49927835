import type { RequestView } from '../../../domain/casework/index.ts';
import { copyable } from '../../ui/copyable.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { linkButton, nameOf } from '../../ui/parts.ts';
import { keptUntil } from '../request-banners.ts';
import { requestLayout } from '../request-layout.ts';

type SavedProps = {
  readonly view: RequestView;
  readonly next: string;
  /** The login to give up, so that its application is told; `null` when there is none in this browser. */
  readonly back: { readonly path: string; readonly token: string } | null;
};

/** After "Save and come back later": the reference, how long the answers are kept, and the ways to come back. */
export function savedPage(frame: Frame, { view, next, back }: SavedProps): Html {
  const { words } = frame;
  return requestLayout(frame, {
    view,
    title: words.say('request.saved.title'),
    back: null,
    body: html`<p class="lede">${words.say('request.saved.lede')}</p>
<section class="card reference"><h2>${words.say('sent.reference')}</h2>${copyable(frame, view.reference)}${keptUntil(frame, view)}
<p><button type="button" class="btn sec sm" data-print hidden>${words.say('registered.print')}</button></p></section>
<h2>${words.say('request.saved.how')}</h2>
<ul class="bullets"><li>${words.mark('request.saved.eid', {}, ['/request'])}</li>${view.answers.emailConfirmedAt !== null && html`<li>${words.say('request.saved.link')}</li>`}</ul>
<div class="row"><a class="btn" href="${next}">${words.say('request.saved.go')}</a>${view.mayWithdraw && html`<a class="linkish" href="/request/withdraw">${words.say('request.saved.delete')}</a>`}</div>
${back && view.application && html`<div class="row">${linkButton({ ...frame, path: back.path, formToken: back.token }, 'give-up', words.say('frame.returnTo', { application: nameOf(view.application, words.language) }))}</div>`}`,
  });
}
