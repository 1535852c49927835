import { nameKeys } from '../identity-matching/index.ts';

/** A run of letters that both sides have; that are spelled otherwise by the rules of matching; or that differ. */
export type MarkedRun = { readonly text: string; readonly kind: 'same' | 'folded' | 'different' };

/** Two values beside each other, letter by letter, and each difference within its words. */
export type MarkedValues = {
  readonly told: readonly MarkedRun[];
  readonly held: readonly MarkedRun[];
  readonly differences: readonly {
    readonly kind: 'folded' | 'different';
    readonly told: string;
    readonly held: string;
  }[];
};

/** Beyond this many letters values are compared by their words. */
const LONGEST = 200;
/** With less in common than this, single letters that happen to be the same tell nothing. */
const LEAST_COMMON = 0.5;

type Pair = { readonly told: string; readonly held: string; readonly same: boolean };

/** What differs between what somebody told and what the register holds. Upper and lower case are the same. */
export function markDifferences(
  toldAs: string,
  heldAs: string,
  by: 'letter' | 'word' = 'letter',
): MarkedValues {
  // One form of each letter, so that lengths on both sides count the same.
  const [told, held] = [toldAs.normalize('NFC'), heldAs.normalize('NFC')];
  const letters = by === 'letter' && Math.max(told.length, held.length) <= LONGEST;
  const split = (text: string) => (letters ? [...text] : text.split(/(\s+)/));
  const pairs = align(split(told), split(held));
  const common = pairs.filter(({ same }) => same).reduce((sum, each) => sum + each.told.length, 0);
  const isAlike = common >= LEAST_COMMON * Math.max(told.length, held.length);
  const shown = isAlike || !letters ? pairs : [{ told, held, same: false }];
  const runs = shown.map((pair) => ({ ...pair, kind: kindOf(pair) }));
  const side = (which: 'told' | 'held'): readonly MarkedRun[] =>
    runs.flatMap(({ kind, ...pair }) => (pair[which] === '' ? [] : [{ text: pair[which], kind }]));
  const differences = runs.flatMap(({ kind }, place) =>
    kind === 'same'
      ? []
      : [{ kind, told: wordAround(runs, place, 'told'), held: wordAround(runs, place, 'held') }],
  );
  const unique = new Map(differences.map((each) => [`${each.told}\n${each.held}`, each]));
  for (const each of differences)
    if (each.kind === 'different') unique.set(`${each.told}\n${each.held}`, each);
  return { told: side('told'), held: side('held'), differences: [...unique.values()] };
}

function kindOf({ told, held, same }: Pair): MarkedRun['kind'] {
  if (same) return 'same';
  const [one, other] = [told, held].map((text) => text.replace(/[^\p{L}\p{N}]/gu, '')) as [string, string];
  if (one === '' && other === '') return 'folded';
  if (one === '' || other === '' || /\p{N}/u.test(one + other)) return 'different';
  const keys = nameKeys(other);
  return [...nameKeys(one)].some((key) => key !== '' && keys.has(key)) ? 'folded' : 'different';
}

/** The fewest changes from one side to the other, as runs that are the same and runs that are not. */
function align(told: readonly string[], held: readonly string[]): readonly Pair[] {
  const isSame = (one: number, other: number) => told[one]?.toLowerCase() === held[other]?.toLowerCase();
  const changes = Array.from({ length: told.length + 1 }, () => new Array<number>(held.length + 1).fill(0));
  const from = (one: number, other: number) => changes[one]?.[other] ?? Number.POSITIVE_INFINITY;
  const instead = (one: number, other: number) => from(one + 1, other + 1) + (isSame(one, other) ? 0 : 1);
  for (let one = told.length; one >= 0; one -= 1)
    for (let other = held.length; other >= 0; other -= 1) {
      const row = changes[one];
      if (!row || (one === told.length && other === held.length)) continue;
      row[other] = Math.min(instead(one, other), from(one + 1, other) + 1, from(one, other + 1) + 1);
    }
  const pairs: Pair[] = [];
  const add = (next: Pair) => {
    const last = pairs.at(-1);
    if (last?.same === next.same)
      pairs[pairs.length - 1] = { told: last.told + next.told, held: last.held + next.held, same: last.same };
    else pairs.push(next);
  };
  let [one, other] = [0, 0];
  while (one < told.length || other < held.length) {
    const least = from(one, other);
    const both = one < told.length && other < held.length && instead(one, other) === least;
    const alone = !both && from(one + 1, other) + 1 === least;
    add({
      told: both || alone ? (told[one] ?? '') : '',
      held: both || !alone ? (held[other] ?? '') : '',
      same: both && isSame(one, other),
    });
    if (both || alone) one += 1;
    if (both || !alone) other += 1;
  }
  return pairs;
}

/** A difference with the rest of its words: said alone, a letter tells nobody where it stands. */
function wordAround(runs: readonly Pair[], place: number, which: 'told' | 'held'): string {
  const before = runs
    .slice(0, place)
    .map((each) => each[which])
    .join('');
  const after = runs
    .slice(place + 1)
    .map((each) => each[which])
    .join('');
  return `${/\S*$/.exec(before)?.[0] ?? ''}${runs[place]?.[which] ?? ''}${/^\S*/.exec(after)?.[0] ?? ''}`.trim();
}
