import type { Name, RegisteredPerson } from '../person/index.ts';
import type { Comparison, PresentedIdentity } from './model.ts';
import { haveCommonKey, type NameKeys, nameKeys } from './name-keys.ts';
import { isNoName } from './no-name.ts';
import { placeOf } from './place-of.ts';
import { transliterate } from './transliterate.ts';

/** What an installation may decide about matching. */
export type MatchingRules = {
  /** Whether the first given name is enough where the register holds one alone. */
  readonly firstGivenName: boolean;
};

export const defaultMatchingRules: MatchingRules = { firstGivenName: true };

type Verdict = Comparison['verdict'];

/**
 * Compares what a member state delivered with what the register holds, field by field. Names are equal when they have a key in
 * common; dates when they are complete and the same. Sex and birth place are `missing` when one side does not hold them.
 */
export function compareIdentity(
  presented: PresentedIdentity,
  registered: RegisteredPerson,
  rules: MatchingRules = defaultMatchingRules,
): readonly Comparison[] {
  const oneName = compareOneName(presented, registered);
  return [
    { field: 'familyName', verdict: oneName ?? compareFamilyName(presented, registered) },
    {
      field: 'givenNames',
      verdict: oneName ?? compareGivenNames(presented.givenNames, registered.givenNames, rules),
    },
    { field: 'birthDate', verdict: compareBirthDate(presented, registered) },
    { field: 'birthPlace', verdict: compareBirthPlace(presented, registered) },
    { field: 'sex', verdict: compareWhenBothHold(presented.sex, registered.sex) },
  ];
}

/**
 * People with one name alone: a side that knows it writes it as either name, with a sign for the other (ICAO 9303 part 3, 4.6). They are
 * compared by that one name, and only when both sides say that there is no other. `null` for everybody else. A family name is never left out.
 */
function compareOneName(presented: PresentedIdentity, registered: RegisteredPerson): Verdict | null {
  const [own, held] = [
    oneNameOf(presented.familyName, presented.givenNames),
    oneNameOf(
      { latin: registered.familyName, original: null },
      { latin: registered.givenNames, original: null },
    ),
  ];
  if (own === null || held === null) return null;
  return haveCommonKey(keysOf(own), keysOf(held)) ? 'same' : 'different';
}

function oneNameOf(family: Name, given: Name): Name | null {
  const [hasFamily, hasGiven] = [!isNoName(family.latin), !isNoName(given.latin)];
  if (hasFamily === hasGiven || family.latin.trim() === '') return null;
  return hasFamily ? family : given;
}

/**
 * The Belgian register keeps people under the name of their birth, a member state may deliver the name of a marriage: the
 * registered name is either the current family name or the family name at birth. `BirthName` is given and family name together
 * in the attribute profile, the family name alone in the practice of some states.
 */
function compareFamilyName(presented: PresentedIdentity, registered: RegisteredPerson): Verdict {
  const current = nameKeys(registered.familyName);
  if (current.size === 0) return 'missing';
  if (haveCommonKey(keysOf(presented.familyName), current)) return 'same';
  if (presented.birthName === null) return 'different';
  const atBirth = keysOf(presented.birthName);
  const whole = [presented.givenNames.latin, firstOf(presented.givenNames.latin)].map((given) =>
    nameKeys(`${given} ${registered.familyName}`),
  );
  return [current, ...whole].some((keys) => haveCommonKey(atBirth, keys)) ? 'same' : 'different';
}

function compareGivenNames(presented: Name, registered: string, rules: MatchingRules): Verdict {
  const held = nameKeys(registered);
  if (held.size === 0) return 'missing';
  if (haveCommonKey(keysOf(presented), held)) return 'same';
  const holdsOne = wordsOf(registered).length === 1;
  const first = {
    latin: firstOf(presented.latin),
    original: presented.original && firstOf(presented.original),
  };
  return rules.firstGivenName && holdsOne && haveCommonKey(keysOf(first), held) ? 'same' : 'different';
}

/** A register date with an unknown part is never a match. */
function compareBirthDate(presented: PresentedIdentity, { birthDate }: RegisteredPerson): Verdict {
  const { year, month, day } = birthDate;
  if (year === null || month === null || day === null) return 'missing';
  const [presentedYear, presentedMonth, presentedDay] = presented.birthDate.split('-').map(Number);
  return year === presentedYear && month === presentedMonth && day === presentedDay ? 'same' : 'different';
}

/** A place that goes by another name in another language is the same place: a table of names says so, never a likeness. */
function compareBirthPlace(presented: PresentedIdentity, registered: RegisteredPerson): Verdict {
  const [delivered, held] = [nameKeys(presented.birthPlace ?? ''), nameKeys(registered.birthPlace ?? '')];
  if (delivered.size === 0 || held.size === 0) return 'missing';
  if (haveCommonKey(delivered, held)) return 'same';
  const place = placeOf(presented.birthPlace ?? '');
  return place !== null && place === placeOf(registered.birthPlace ?? '') ? 'same' : 'different';
}

function compareWhenBothHold(presented: string | null, registered: string | null): Verdict {
  if (presented === null || registered === null) return 'missing';
  return presented === registered ? 'same' : 'different';
}

/** The keys of the Latin spelling, and of the one that the law of the country makes of the original. */
function keysOf(name: Name): NameKeys {
  const transliterated = name.original === null ? null : transliterate(name.original);
  return new Set([...nameKeys(name.latin), ...(transliterated === null ? [] : nameKeys(transliterated))]);
}

function firstOf(names: string): string {
  return wordsOf(names)[0] ?? '';
}

function wordsOf(names: string): readonly string[] {
  return names.split(/[\s,]+/u).filter((word) => word !== '');
}
