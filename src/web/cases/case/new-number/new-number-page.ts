import { minimumDataOf } from '../../../../domain/casework/index.ts';
import { fieldError } from '../../../ui/form/error-summary.ts';
import { textArea } from '../../../ui/form/form-fields.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import type { LetteredCandidate } from '../candidates/find-candidates.ts';
import type { OpenedCase } from '../case-context.ts';
import { checks } from '../checks.ts';
import { type Beside, decisionPage } from '../evidence/evidence.ts';
import { caseForm, DECISION_FORM, formButtons } from '../page/case-form.ts';
import { missingWords } from '../page/missing-words.ts';
import type { Trouble } from '../trouble.ts';

export type NewNumberProps = {
  readonly candidates: readonly LetteredCandidate[];
  readonly because: string;
  readonly checked: readonly string[];
  readonly trouble: Trouble;
  readonly beside: Beside;
};

/** The list of checks and the reason why nobody of the register is this person; a second agent decides. */
export function newNumberPage(
  opened: OpenedCase,
  { candidates, because, checked, trouble, beside }: NewNumberProps,
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed: { because }, errors: trouble.errors };
  const error = trouble.errors.find(({ field }) => field === 'checked');
  const boxes = checks.map((check, index) => {
    const id = index === 0 ? 'checked' : `checked-${check}`;
    return html`<div class="radio"><input type="checkbox" id="${id}" name="checked" value="${check}"${checked.includes(check) && html` checked`}><label for="${id}">${words.say(`case.check.${check}`)}</label></div>`;
  });
  return decisionPage(opened, {
    beside,
    title: words.say('case.new.title'),
    trouble,
    body: html`<p>${words.say('case.new.text')}</p>
${missingNow(opened)}
${candidates.length > 0 && html`<p class="warning">${words.say('case.new.candidates', { count: candidates.length })}</p>`}
${caseForm(
  opened,
  `${path}/new-number`,
  [
    html`<fieldset class="field${error ? ' is-err' : ''}"${error && html` aria-describedby="checked-error"`}><legend>${words.say('case.checks')}</legend>${fieldError(frame, error, 'checked-error')}${boxes}</fieldset>`,
    textArea(form, {
      name: 'because',
      label: words.say(candidates.length > 0 ? 'case.because' : 'case.because.none'),
      hint: words.say('case.because.hint'),
      optional: candidates.length === 0,
      rows: 4,
    }),
    formButtons(opened, { label: words.say('case.new.do') }),
  ],
  DECISION_FORM,
)}`,
  });
}

/** What the data of the request lack for a number, as far as the page can tell; the desk checks again. */
function missingNow({ frame, view, path }: OpenedCase): Fragment {
  const { words } = frame;
  const data = minimumDataOf(view.case);
  if (data.kind === 'enough') return html`<p class="card">${words.say('case.new.enough')}</p>`;
  const missing = words.list(data.missing.map((each) => missingWords(words, each)));
  return html`<p class="warning">${words.say('case.data-missing.text', { missing })} <a href="${path}/ask">${words.say('case.data-missing.ask')}</a></p>`;
}
