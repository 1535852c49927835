import type { RequestView } from '../../../domain/casework/index.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { contactFields } from '../question-fields.ts';
import { changedBanner, keptBanner } from '../questions/questions-page.ts';
import { requestForm, requestLayout } from '../request-layout.ts';

export type ContactProps = {
  readonly view: RequestView;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  readonly changed?: boolean;
  readonly isKept?: boolean;
};

/** Another e-mail address, telephone number or language for a request that was sent. */
export function contactPage(
  frame: Frame,
  { view, typed, errors = [], changed = false, isKept = false }: ContactProps,
): Html {
  const { words } = frame;
  return requestLayout(frame, {
    view,
    title: words.say('contact.title'),
    back: '/request/status',
    errors,
    failed: changed,
    notice: html`${changed && changedBanner(frame)}${isKept && keptBanner(frame)}`,
    body: html`<p class="lede">${words.say('contact.lede')}</p>
${requestForm(frame, '/request/contact', html`${contactFields({ frame, typed, errors })}<div class="row"><button class="btn">${words.say('contact.save')}</button></div>`)}`,
  });
}

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
