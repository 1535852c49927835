import { type MarkedRun, type MarkedValues, markDifferences } from '../../domain/candidates/index.ts';
import type { Case, ShownCandidate } from '../../domain/casework/index.ts';
import type { Frame } from '../ui/frame.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import type { ComparedField } from '../ui/staff/request-values.ts';
import type { Words } from '../ui/words.ts';

/** How a field of the request and the same of the register differ in their letters; `null` where there are none to compare. */
export function markedValues(
  { words }: Frame,
  { applicant, answers }: Case,
  { person, comparisons }: ShownCandidate,
  field: ComparedField,
): MarkedValues | null {
  const held = comparisons.find((each) => each.field === field)?.registered ?? null;
  switch (field) {
    case 'familyName':
    case 'givenNames':
      return marked(applicant[field].latin, held);
    case 'birthPlace':
      return marked(answers.birthPlace ?? applicant.identity?.birthPlace ?? null, person.birthPlace);
    case 'birthDate':
      return marked(dayIn(words, applicant.birthDate), dayIn(words, person.birthDate), 'word');
    default:
      return null;
  }
}

function marked(told: string | null, held: string | null, by: 'letter' | 'word' = 'letter') {
  return told && held && told !== '-' ? markDifferences(told, held, by) : null;
}

/** Days that are known whole; others are compared in words alone. */
function dayIn(words: Words, { year, month, day }: Case['applicant']['birthDate']): string | null {
  if (year === null || month === null || day === null) return null;
  const [yyyy, mm, dd] = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ];
  return words.date(`${yyyy}-${mm}-${dd}`);
}

/** Letters of one side: what differs underlined and on a ground of its own, what is only spelled otherwise dotted. */
export function markedLetters(runs: readonly MarkedRun[]): Html {
  return html`<span translate="no">${runs.map(({ text, kind }) => (kind === 'same' ? text : html`<mark${kind === 'folded' && html` class="folded"`}>${text}</mark>`))}</span>`;
}

/** The same in words: a mark is seen, and not heard. */
export function differencesSaid({ words }: Frame, { differences }: MarkedValues): Fragment {
  return differences.map(({ kind, told, held }) => {
    const values = { told: told || '–', held: held || '–' };
    return html`<small class="said">${words.say(kind === 'folded' ? 'case.letters.folded' : 'case.letters.differ', values)}</small>`;
  });
}
