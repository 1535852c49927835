import type { Case } from '../../../domain/casework/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import type { LetteredCandidate } from './find-candidates.ts';
import { registeredValue, type Verdict, verdictOf } from './registered-values.ts';
import { comparedFields, requestValue } from './request-values.ts';

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
      return html`<td class="${classes[verdict]}">${orNone(frame, registeredValue(frame, candidate, field))}${verdictWords(frame, verdict)}</td>`;
    });
    return html`<tr><th scope="row">${words.say(`case.field.${field}`)}</th><td>${orNone(frame, requestValue(frame, one, field))}</td>${cells}</tr>`;
  });
  return html`<div class="scroll wide-only" tabindex="0" role="region" aria-label="${words.say('case.comparison')}${which !== null && html` – ${which}`}"><table class="cmp"><thead><tr><th scope="col">${words.say('case.detail')}</th><th scope="col">${words.say('case.request')}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** The same for one candidate, for narrow screens: one field below the other. */
export function compareList(frame: Frame, one: Case, candidate: LetteredCandidate): Html {
  const { words } = frame;
  const rows = comparedFields.map((field) => {
    const verdict = verdictOf(one, candidate, field);
    return html`<div class="${classes[verdict]}"><dt>${words.say(`case.field.${field}`)}${verdictWords(frame, verdict)}</dt>
<dd><small>${words.say('case.request')}</small><div>${orNone(frame, requestValue(frame, one, field))}</div></dd>
<dd><small>${words.say('case.register')}</small><div>${orNone(frame, registeredValue(frame, candidate, field))}</div></dd></div>`;
  });
  return html`<dl class="cmp cmp-list narrow-only">${rows}</dl>`;
}

function orNone({ words }: Frame, value: Fragment): Fragment {
  return value || html`<span class="none">${words.say('case.none')}</span>`;
}

function verdictWords({ words }: Frame, verdict: Verdict): Html {
  return html`<span class="state">${words.say(`case.verdict.${verdict}`)}</span>`;
}
