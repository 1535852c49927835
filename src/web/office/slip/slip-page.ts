import { type Case, displayName, isOpen, type OfficePlace } from '../../../domain/casework/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { officeFacts } from '../../ui/office-facts.ts';

export type SlipProps = {
  readonly one: Case;
  /** The name of the officer's own office, and where it is. */
  readonly office: string;
  readonly place: OfficePlace | null;
  /** Where the person sees the request, to be typed by hand. */
  readonly address: string;
  readonly telephone: string;
  readonly today: string;
};

/**
 * What an officer prints and hands over: in the language of the person, with the reference, what happens now, by when, and where to
 * look. Neither a number nor a link that opens anything stands on it: paper gets lost.
 */
export function slipPage(frame: Frame, props: SlipProps): Html {
  const { words } = frame;
  const { one, office, place, address, telephone, today } = props;
  const title = words.say('slip.title');
  return layout(frame, {
    title,
    robots: false,
    body: html`<div class="narrow slip"><p class="noprint"><a href="/office/case/${one.id}">${words.say('slip.back')}</a></p>
<h1>${title}</h1>
<p translate="no">${displayName(one.applicant)}</p>
<p>${words.say('slip.reference')}</p><p class="big" translate="no">${one.reference}</p>
<h2>${words.say('slip.next')}</h2>${whatNext(frame, one)}
<h2>${words.say('slip.look')}</h2><p>${words.say('slip.look.text')}</p><p><strong translate="no">${address}</strong></p>
<h2>${words.say('slip.ask')}</h2><p>${words.say('slip.ask.text', { telephone })}</p>
<section class="card"><h2 translate="no">${office}</h2>${place && officeFacts(frame, place)}<p>${words.say('slip.printed', { date: words.date(today) })}</p></section>
<div class="row noprint"><span>${words.say('slip.print')}</span><button type="button" class="btn sec sm" data-print hidden>${words.say('registered.print')}</button></div></div>`,
  });
}

function whatNext({ words }: Frame, { state, answers, targetAt }: Case): Fragment {
  const told = html`<p>${words.say(answers.email === null ? 'slip.come-back' : 'slip.email')}</p>`;
  if (state.kind === 'handed-over')
    return html`<p>${words.say('slip.here', { office: state.office })}</p><p>${words.say('slip.bring')}</p>`;
  if (state.kind === 'decided' && state.outcome.kind !== 'refused')
    return html`<p>${words.say('slip.decided')}</p>${told}`;
  if (!isOpen(state)) return html`<p>${words.say('slip.closed')}</p>`;
  return html`<p>${words.say('slip.agents')}</p>${targetAt !== null && html`<p>${words.say('slip.by', { date: words.date(targetAt) })}</p>`}${told}`;
}
