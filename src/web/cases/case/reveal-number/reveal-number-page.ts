import { formatNationalNumber, maskNationalNumber } from '../../../../domain/person/index.ts';
import { textArea } from '../../../ui/form/form-fields.ts';
import { type Html, html } from '../../../ui/html.ts';
import { facts } from '../../../ui/parts.ts';
import type { LetteredCandidate } from '../candidates/find-candidates.ts';
import type { OpenedCase } from '../case-context.ts';
import { caseForm } from '../page/case-form.ts';
import { actionPage } from '../page/case-page.ts';
import type { Trouble } from '../trouble.ts';

/** Why the number is needed. */
export function askNumberPage(
  opened: OpenedCase,
  candidate: LetteredCandidate,
  reason: string,
  trouble: Trouble,
): Html {
  const { frame, path } = opened;
  const { words } = frame;
  const form = { frame, typed: { reason }, errors: trouble.errors };
  return actionPage(opened, {
    title: words.say('case.number.title'),
    trouble,
    body: html`${candidateFacts(opened, candidate, maskNationalNumber(candidate.person.number))}
${caseForm(opened, `${path}/number/${candidate.sealed}`, [
  textArea(form, {
    name: 'reason',
    label: words.say('case.number.reason'),
    hint: words.say('case.reason.hint'),
    rows: 2,
  }),
  html`<div class="row"><button class="btn">${words.say('case.number.show')}</button><a href="${path}">${words.say('case.cancel')}</a></div>`,
])}`,
  });
}

/** The number of a candidate in full. */
export function numberPage(opened: OpenedCase, candidate: LetteredCandidate): Html {
  const { words } = opened.frame;
  return actionPage(opened, {
    title: words.say('case.number.title'),
    body: html`${candidateFacts(opened, candidate, formatNationalNumber(candidate.person.number))}
<p>${words.say('case.number.shown')}</p>`,
  });
}

function candidateFacts({ frame }: OpenedCase, { person }: LetteredCandidate, number: string): Html {
  const { words } = frame;
  return html`<div class="card">${facts([
    [
      words.say('case.registeredName'),
      html`<span translate="no">${person.givenNames} ${person.familyName}</span>`,
    ],
    [words.say('case.number'), html`<span class="num" translate="no">${number}</span>`],
  ])}</div>`;
}
