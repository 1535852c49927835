import type { QuestionPage, RequestView } from '../../../domain/casework/index.ts';
import type { FieldError } from '../../ui/form/error-summary.ts';
import type { FormState } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { questionFields } from '../question-fields.ts';
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

/** These answers are not the ones that were looked at. */
export function changedBanner({ words }: Frame): Html {
  return banner('warn', words.say('request.changed'));
}

/** Typed before the session ended: it stands there again, and waits to be sent. */
export function keptBanner({ words }: Frame): Html {
  return banner('warn', words.say('request.typedBefore'));
}

/** How long a draft is kept. */
export function keptUntil(frame: Frame, { stage }: RequestView): Fragment {
  const { words } = frame;
  return (
    stage.kind === 'draft' &&
    html`<p class="hint kept">${words.mark('request.keptUntil', { date: words.date(stage.keptUntil) })}</p>`
  );
}

/** The answers that were given before, as they stand in the fields of a page. */
export function givenAnswers({ answers }: RequestView): Readonly<Record<string, string>> {
  const { address, document } = answers;
  const [year = '', month = '', day = ''] = document?.expiresOn?.split('-') ?? [];
  return {
    ...numbered('previousName', answers.previousNames),
    ...numbered('nationality', answers.nationalities),
    remark: answers.remark ?? '',
    birthPlace: answers.birthPlace ?? '',
    birthCountry: answers.birthCountry ?? '',
    sex: answers.sex ?? '',
    addressLines: address?.lines ?? '',
    postcode: address?.postcode ?? '',
    municipality: address?.municipality ?? '',
    addressCountry: address?.country ?? '',
    documentType: document?.type ?? '',
    documentNumber: document?.number ?? '',
    documentCountry: document?.issuedBy ?? '',
    'documentExpires-day': day.replace(/^0/, ''),
    'documentExpires-month': month.replace(/^0/, ''),
    'documentExpires-year': year,
    documentNoEnd: document?.expiresOn === null ? 'yes' : '',
    email: answers.email ?? '',
    telephone: answers.telephone ?? '',
    language: answers.language,
  };
}

function numbered(name: string, values: readonly string[] | null): Readonly<Record<string, string>> {
  return Object.fromEntries((values ?? []).map((value, index) => [`${name}-${index + 1}`, value]));
}
