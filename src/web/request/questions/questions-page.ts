import type { QuestionPage, RequestView } from '../../../domain/casework/index.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import type { FormState } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { questionFields } from '../question-fields.ts';
import { changedBanner, keptBanner, keptUntil } from '../request-banners.ts';
import { requestForm, requestLayout } from '../request-layout.ts';

export type QuestionProps = {
  readonly view: RequestView;
  readonly page: QuestionPage;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  /** Somebody changed the request in another window meanwhile. */
  readonly changed?: boolean;
  /** What was typed before the person was logged out; nothing of it is saved yet. */
  readonly isKept?: boolean;
};

/** P6 and P7: one thing per page. What the eID told is shown where it belongs, and not asked again. */
export function questionPage(frame: Frame, props: QuestionProps): Html {
  const { view, page, typed, errors = [], changed = false, isKept = false } = props;
  const { words } = frame;
  const index = view.pages.indexOf(page);
  const before = view.pages[index - 1];
  const isComplete = view.unanswered.length === 0 && !view.emailToConfirm;
  const form: FormState = { frame, typed, errors };
  return requestLayout(frame, {
    view,
    title: words.say(`request.${page}.title`),
    back: isComplete ? '/request/check' : before ? `/request/questions/${before}` : null,
    errors,
    failed: changed,
    notice: html`${changed && changedBanner(frame)}${isKept && keptBanner(frame)}`,
    above: html`<p class="caption">${words.say('request.step', { number: index + 1, total: view.pages.length })}</p>`,
    body: html`<p class="lede">${words.say(`request.${page}.lede`)}</p>
${requestForm(
  frame,
  `/request/questions/${page}`,
  html`<input type="hidden" name="version" value="${view.version}">${questionFields(page, form, view)}
<div class="row"><button class="btn">${words.say('frame.continue')}</button><button class="btn sec" name="next" value="later">${words.say('request.later')}</button></div>`,
)}
${keptUntil(frame, view)}`,
  });
}
