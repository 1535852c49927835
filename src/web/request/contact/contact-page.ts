import type { RequestView } from '../../../domain/casework/index.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { contactFields } from '../question-fields.ts';
import { changedBanner, keptBanner } from '../request-banners.ts';
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
