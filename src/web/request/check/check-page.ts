import type { RequestView } from '../../../domain/casework/index.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import { checkboxField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { answerCards } from '../answer-cards.ts';
import { changedBanner, keptUntil } from '../request-banners.ts';
import { applicantFacts } from '../request-facts.ts';
import { requestForm, requestLayout } from '../request-layout.ts';

export type CheckProps = {
  readonly view: RequestView;
  /** How long documents are kept after the decision. */
  readonly documentDays: number;
  readonly errors?: readonly FieldError[];
  readonly changed?: boolean;
};

/** P8: all answers, each with a way to change it, and the statement that they are true. */
export function checkPage(
  frame: Frame,
  { view, documentDays, errors = [], changed = false }: CheckProps,
): Html {
  const { words } = frame;
  const last = view.pages.at(-1) ?? 'contact';
  return requestLayout(frame, {
    view,
    title: words.say('request.check.title'),
    back: `/request/questions/${last}`,
    errors,
    failed: changed,
    notice: changed && changedBanner(frame),
    body: html`<p class="lede">${words.say('request.check.lede')}</p>
<section class="card"><h2>${words.say('request.check.fromEid')}</h2>${applicantFacts(frame, view.applicant, 'all')}</section>
${answerCards(frame, view, true)}
${requestForm(
  frame,
  '/request/check',
  html`<input type="hidden" name="version" value="${view.version}">${checkboxField(
    { frame, errors, typed: {} },
    {
      name: 'agree',
      label: words.say('request.check.agree'),
      hint: words.say('request.check.agree.hint'),
    },
  )}<p class="hint">${words.mark('request.check.data', { days: documentDays }, ['/privacy'])}</p>
<div class="row"><button class="btn">${words.say('request.check.send')}</button><a class="linkish" href="/request/saved">${words.say('request.later')}</a></div>`,
)}
${keptUntil(frame, view)}`,
  });
}
