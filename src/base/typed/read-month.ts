import { foldText } from '../fold-text.ts';
import { monthNames } from './month-names.ts';

/** A beginning shorter than this says too little. */
const SHORTEST = 3;

const monthsByName: ReadonlyMap<string, ReadonlySet<number>> = collect();

/**
 * Which month a word or a number is, 1 to 12, in any of the languages of `monthNames`, whole or short, with marks or without; two words
 * in two languages (`JAN/JANV`, `LIS/NOV`) when they agree. `null` when it is none, or could be several: `lis` is October and November.
 */
export function readMonth(text: string): number | null {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 4) return null;
  if (words.every((word) => /^\d+$/.test(word))) {
    const number = words.length === 1 && /^\d{1,2}$/.test(words[0] ?? '') ? Number(words[0]) : 0;
    return number >= 1 && number <= 12 ? number : null;
  }
  // `Meán Fómhair` is one name of two words.
  const whole = monthsOf(words.join(''));
  const agreed = whole.size > 0 ? whole : words.map(monthsOf).reduce(intersect);
  return agreed.size === 1 ? ([...agreed][0] ?? null) : null;
}

function monthsOf(word: string): ReadonlySet<number> {
  const exact = monthsByName.get(word);
  if (exact) return exact;
  if (word.length < SHORTEST) return new Set();
  return new Set([...monthsByName].flatMap(([name, months]) => (name.startsWith(word) ? [...months] : [])));
}

/** Greek has another sigma at the end of a word. */
function fold(text: string): string {
  return foldText(text).replaceAll('ς', 'σ');
}

function intersect(one: ReadonlySet<number>, other: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...one].filter((month) => other.has(month)));
}

function collect(): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const line of Object.values(monthNames).flat())
    for (const [index, name] of line.split(' ').map(fold).entries())
      if (name !== '') found.set(name, (found.get(name) ?? new Set()).add(index + 1));
  return found;
}
