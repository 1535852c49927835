import type { MarkedValues } from '../../../../domain/candidates/index.ts';
import type { Case } from '../../../../domain/casework/index.ts';
import type { Frame } from '../../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../../ui/html.ts';
import { inOwnScript } from '../../../ui/parts.ts';
import { type ComparedField, comparedFields, requestValue } from '../../../ui/staff/request-values.ts';
import { differencesSaid, markedLetters, markedValues } from '../../marked-values.ts';

import type { LetteredCandidate } from './find-candidates.ts';
import { registeredValue, type Verdict, verdictOf } from './registered-values.ts';

const classes: Readonly<Record<Verdict, string>> = { same: 'same', different: 'diff', missing: 'miss' };

/** The request beside the candidates, field by field; each difference in words, with a sign and a ground of its own. `which` tells several on a page apart. */
export function compareTable(
  frame: Frame,
  one: Case,
  candidates: readonly LetteredCandidate[],
  which: string | null = null,
): Html {
  const { words } = frame;
  const heads = candidates.map(
    ({ letter, strength }) =>
      html`<th scope="col">${words.say('case.candidate', { letter })} <small>${words.say(`case.strength.${strength}`)}</small></th>`,
  );
  const rows = comparedFields.map((field) => {
    const cells = candidates.map((candidate) => {
      const verdict = verdictOf(one, candidate, field);
      const marks = markedValues(frame, one, candidate, field);
      return html`<td class="${classes[verdict]}">${heldIn(frame, candidate, field, marks)}${verdictWords(frame, verdict)}${marks && differencesSaid(frame, marks)}</td>`;
    });
    // One candidate alone: what differs is marked on both sides.
    const [only, ...others] = candidates;
    const marks = only && others.length === 0 ? markedValues(frame, one, only, field) : null;
    return html`<tr><th scope="row">${words.say(`case.field.${field}`)}</th><td>${toldIn(frame, one, field, marks)}</td>${cells}</tr>`;
  });
  return html`<div class="scroll wide-only" tabindex="0" role="region" aria-label="${words.say('case.comparison')}${which !== null && html` – ${which}`}"><table class="cmp"><thead><tr><th scope="col">${words.say('case.detail')}</th><th scope="col">${words.say('case.request')}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** The same for one candidate, for narrow screens: one field below the other. */
export function compareList(frame: Frame, one: Case, candidate: LetteredCandidate): Html {
  const { words } = frame;
  const rows = comparedFields.map((field) => {
    const verdict = verdictOf(one, candidate, field);
    const marks = markedValues(frame, one, candidate, field);
    return html`<div class="${classes[verdict]}"><dt>${words.say(`case.field.${field}`)}${verdictWords(frame, verdict)}</dt>
<dd><small>${words.say('case.request')}</small><div>${toldIn(frame, one, field, marks)}</div></dd>
<dd><small>${words.say('case.register')}</small><div>${heldIn(frame, candidate, field, marks)}${marks && differencesSaid(frame, marks)}</div></dd></div>`;
  });
  return html`<dl class="cmp cmp-list narrow-only">${rows}</dl>`;
}

/** What the request says; its letters marked where they differ. A name in its own script stays below it. */
function toldIn(frame: Frame, one: Case, field: ComparedField, marks: MarkedValues | null): Fragment {
  const value = orNone(frame, requestValue(frame, one, field));
  if (marks === null || marks.differences.length === 0) return value;
  const { applicant } = one;
  const original = field === 'familyName' || field === 'givenNames' ? applicant[field].original : null;
  return html`${markedLetters(marks.told)}${original && html`<small>${inOwnScript(original)}</small>`}`;
}

/** What the register holds, its letters marked where they differ. */
function heldIn(
  frame: Frame,
  candidate: LetteredCandidate,
  field: ComparedField,
  marks: MarkedValues | null,
): Fragment {
  return marks === null || marks.differences.length === 0
    ? orNone(frame, registeredValue(frame, candidate, field))
    : markedLetters(marks.held);
}

function orNone({ words }: Frame, value: Fragment): Fragment {
  return value || html`<span class="none">${words.say('case.none')}</span>`;
}

function verdictWords({ words }: Frame, verdict: Verdict): Html {
  return html`<span class="state">${words.say(`case.verdict.${verdict}`)}</span>`;
}
