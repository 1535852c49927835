import { foldedWords, foldName } from './fold-name.ts';
import type { SearchKeys, Sought } from './model.ts';
import { spellingsOf } from './name-spellings.ts';

/** A word shorter than this is a particle or an initial: too many share it. */
const SHORTEST_WORD = 3;
const MOST_NAMES = 6;
const MOST_FAMILIES = 12;
const MOST_GIVENS = 8;
const MOST_FORMER = 6;

/**
 * What to ask the register about an applicant: every spelling of the names in either order, the former names, the birth date as said and
 * with day and month swapped.
 */
export function searchKeys(sought: Sought): SearchKeys {
  const families = spellingsOf(sought.familyName);
  const givens = spellingsOf(sought.givenNames);
  const pairs = pairUp(families, givens);
  const former = formerFamilies(sought, givens);
  const names = distinct(
    [
      ...pairs.map(([family, given]) => `${family} ${given}`),
      ...former.map((name) => `${name} ${givens[0] ?? ''}`),
    ].map(foldName),
  ).slice(0, MOST_NAMES);
  const { birthDate } = sought;
  const isHalfKnown = joined(families[0] ?? '') === '' || joined(givens[0] ?? '') === '';
  return {
    names,
    parts: isHalfKnown ? names : [],
    words: distinct(names.flatMap((name) => name.split(' '))).filter((word) => word.length >= SHORTEST_WORD),
    families: distinct([
      ...families.map(joined),
      ...former.map(joined),
      ...givens.map(joined),
      ...[...families, ...givens].flatMap(foldedWords).filter((word) => word.length >= SHORTEST_WORD),
    ]).slice(0, MOST_FAMILIES),
    givens: distinct([
      ...givens.flatMap((given) => foldedWords(given).slice(0, 3)),
      ...families.flatMap((family) => foldedWords(family).slice(0, 1)),
    ]).slice(0, MOST_GIVENS),
    birthDate,
    birthDates: wholeDates(birthDate),
    nearYears: birthDate.year === null ? [] : nearYears(birthDate.year),
    beginning: birthDate.year === null ? beginningOf(families[0] ?? '', givens[0] ?? '') : null,
  };
}

function beginningOf(family: string, given: string): SearchKeys['beginning'] {
  return joined(family) === '' ? null : { family: joined(family), given: foldedWords(given)[0] ?? '' };
}

/** Former names without the given names in them: `Anna Maria Schmidt` becomes `SCHMIDT`. */
function formerFamilies(sought: Sought, givens: readonly string[]): readonly string[] {
  const own = new Set(givens.flatMap(foldedWords));
  return sought.previousNames.slice(0, MOST_FORMER).map((name) => {
    const words = foldedWords(name);
    const family = words.filter((word) => !own.has(word));
    return (family.length > 0 ? family : words).join(' ');
  });
}

function pairUp(families: readonly string[], givens: readonly string[]) {
  const longest = Math.max(families.length, givens.length);
  return Array.from({ length: longest }, (_, index) => [
    families[index] ?? families[0] ?? '',
    givens[index] ?? givens[0] ?? '',
  ]);
}

function wholeDates({ year, month, day }: Sought['birthDate']): SearchKeys['birthDates'] {
  if (year === null || month === null || day === null) return [];
  const said = { year, month, day };
  return day > 12 || day === month ? [said] : [said, { year, month: day, day: month }];
}

function nearYears(year: number): readonly number[] {
  const [century, tens, ones] = [Math.floor(year / 100) * 100, Math.floor(year / 10) % 10, year % 10];
  const digits = Array.from({ length: 10 }, (_, digit) => digit);
  const near = [
    ...digits.map((digit) => century + digit * 10 + ones),
    ...digits.map((digit) => century + tens * 10 + digit),
    century + ones * 10 + tens,
    year - 1,
    year + 1,
  ];
  return [...new Set(near)].filter((each) => each !== year);
}

function joined(name: string): string {
  return foldName(name).replaceAll(' ', '');
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
