import type { RequestView } from '../../domain/casework/index.ts';
import { copyable } from '../ui/copyable.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { timeTag } from '../ui/parts.ts';

const COMPANIES = ['/help/belgian-company', '/help/foreign-company'] as const;

/** Reference and date, what happens next, and how long it usually takes: the same inside the login and on the page of the request. */
export function sentPanel(frame: Frame, view: RequestView): Html {
  const { words } = frame;
  const step = (state: string, head: string, text: Fragment = null): Html =>
    html`<li class="${state}"><b>${head}</b>${text && html`<small>${text}</small>`}</li>`;
  const usual =
    view.usualDays === null
      ? words.say('sent.usual.unknown')
      : words.say('sent.usual', { days: view.usualDays });
  return html`<section class="card reference"><h2>${words.say('sent.reference')}</h2>
${copyable(frame, view.reference)}
<p>${words.say('sent.keep')}</p>
<p><button type="button" class="btn sec sm" data-print hidden>${words.say('registered.print')}</button></p></section>
<h2>${words.say('sent.next')}</h2>
<ol class="steps">
${view.submittedAt && step('done', words.say('status.step.received'), timeTag(words, view.submittedAt))}
${step('now', words.say('sent.next.check'), usual)}
${step('', words.say('sent.next.ask'), words.say('sent.next.ask.text'))}
${step('', words.say('sent.next.number'))}
${step('', words.say('sent.next.access'), words.mark('sent.next.access.text', {}, COMPANIES))}
</ol>`;
}
