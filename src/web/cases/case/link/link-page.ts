import { maskNationalNumber } from '../../../../domain/person/index.ts';
import { countryInWords } from '../../../ui/country-in-words.ts';
import { checkboxField, textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import { banner, facts } from '../../../ui/parts.ts';
import { linkedWarning } from '../candidates/candidate-card.ts';
import { compareList, compareTable } from '../candidates/compare-table.ts';
import type { LetteredCandidate } from '../candidates/find-candidates.ts';
import type { OpenedCase } from '../case-context.ts';
import { type Beside, decisionPage } from '../evidence/evidence.ts';
import { secondReasonList } from '../evidence/second-reasons.ts';
import { caseForm, DECISION_FORM, formButtons } from '../page/case-form.ts';
import { languageName } from '../page/language-words.ts';
import type { Trouble } from '../trouble.ts';

/** Says exactly what linking does and what is mailed, before it is done; and why a second agent is needed, where one is. */
export function linkPage(
  opened: OpenedCase,
  candidate: LetteredCandidate,
  {
    typed,
    trouble,
    beside,
  }: {
    readonly typed: Readonly<Record<string, string>>;
    readonly trouble: Trouble;
    readonly beside: Beside;
  },
): Html {
  const { frame, view, path } = opened;
  const { words } = frame;
  const { applicant, answers } = view.case;
  const name = `${candidate.person.givenNames} ${candidate.person.familyName}`.trim();
  const form = { frame, typed, errors: trouble.errors };
  const alone = candidate.needs.length === 0;
  return decisionPage(opened, {
    beside,
    title: words.say('case.link.title'),
    trouble,
    body: html`${linkedWarning(opened, candidate)}${!alone && banner('info', words.say('case.second.needed'), html`<p>${words.say('case.second.needed.text')}</p>${secondReasonList(words, candidate.needs)}`)}
<div class="card">${facts([
      [words.say('case.registeredName'), html`<span translate="no">${name}</span>`],
      [
        words.say('case.number'),
        html`<span class="num" translate="no">${maskNationalNumber(candidate.person.number)}</span>`,
      ],
      [words.say('case.strength'), words.say(`case.strength.${candidate.strength}`)],
    ])}</div>
${compareTable(frame, view.case, [candidate])}${compareList(frame, view.case, candidate)}
<h2>${words.say('case.happens')}</h2>
${
  alone
    ? html`<ol class="bullets">
<li>${words.say('case.link.does', { ...countryInWords(frame, applicant.country), name })}</li>
<li>${mailLine(opened)}</li>
<li>${words.say('case.second.told', { name })}</li>
<li>${words.say('case.link.goesOn')}</li>
</ol>`
    : html`<ol class="bullets">
<li>${words.say('case.second.waits')}</li>
<li>${words.say('case.second.sees')}</li>
<li>${words.say('case.second.told', { name })}</li>
</ol>`
}
${caseForm(
  opened,
  `${path}/link/${candidate.sealed}`,
  [
    candidate.linked.length > 0 &&
      checkboxField(form, { name: 'despiteLink', label: words.say('case.link.despite') }),
    textArea(form, {
      name: 'comment',
      label: words.say('case.comment'),
      hint: words.say(alone ? 'case.comment.hint' : 'case.second.comment.hint'),
      optional: alone,
      rows: 3,
    }),
    formButtons(opened, { label: words.say(alone ? 'case.link.do' : 'case.second.do') }),
  ],
  DECISION_FORM,
)}`,
  });

  function mailLine({ frame: { words } }: OpenedCase): string {
    const language = languageName(words, answers.language);
    return words.say(answers.emailConfirmedAt ? 'case.link.mail' : 'case.noMail', { language });
  }
}
