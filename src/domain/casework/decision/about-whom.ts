import { type NameKeys, nameKeys, transliterate } from '../../identity-matching/index.ts';
import type { Name, RegisteredPerson } from '../../person/index.ts';
import type { Applicant, PartialDate } from '../case/model.ts';

type Whom = Pick<Applicant, 'familyName' | 'givenNames' | 'birthName' | 'birthDate'>;
type Pair = readonly [NameKeys, NameKeys];

/** More spellings of one name than this are not written down; `isAbout` knows them all. */
const MOST_SPELLINGS = 12;
const NOBODY_SAID: NameKeys = new Set(['']);
const NOT_LOOKED_AT: NameKeys = new Set(['*']);

/**
 * Whether a case could be about this person of the register: names in either order, and a birth date that agrees as far as both
 * sides know it. Wider than what links anybody: it only keeps people away from cases of their own (SECURITY.md).
 */
export function isAbout(applicant: Whom, registered: RegisteredPerson): boolean {
  const [own, held] = [precisionsOf(applicant.birthDate), precisionsOf(registered.birthDate)];
  const doDatesAgree = own.includes(held[0] ?? '') || held.includes(own[0] ?? '');
  return (
    doDatesAgree &&
    pairsOf(applicant).some(([family, given]) =>
      heldPairs(registered).some((pair) => share(family, pair[0]) && share(given, pair[1])),
    )
  );
}

/** The same question as words: a case is about somebody when one of its words is one of `wordsOfMember`. For hashes in a database. */
export function wordsOfCase(applicant: Whom): readonly string[] {
  const [own = '', ...coarser] = precisionsOf(applicant.birthDate);
  return wordsFrom(pairsOf(applicant), [`=${own}`, ...coarser.map((date) => `<${date}`)]);
}

/** The words of a person of the register, to be looked for among those of cases. */
export function wordsOfMember(registered: RegisteredPerson): readonly string[] {
  const [held = '', ...coarser] = precisionsOf(registered.birthDate);
  return wordsFrom(heldPairs(registered), [`=${held}`, ...coarser.map((date) => `=${date}`), `<${held}`]);
}

function wordsFrom(pairs: readonly Pair[], dates: readonly string[]): readonly string[] {
  const some = (keys: NameKeys) => [...keys].slice(0, MOST_SPELLINGS);
  const words = pairs.flatMap(([one, other]) =>
    some(one).flatMap((first) =>
      some(other).flatMap((second) => dates.map((date) => `${first}|${second}|${date}`)),
    ),
  );
  return [...new Set(words)];
}

/** A date as known, then ever coarser. */
function precisionsOf({ year, month, day }: PartialDate): readonly string[] {
  const known = [year, month, day].map((part) => (part === null || part === 0 ? null : part));
  const length = known.indexOf(null) === -1 ? known.length : known.indexOf(null);
  return Array.from({ length: length + 1 }, (_, left) => known.slice(0, length - left).join('-'));
}

function pairsOf({ familyName, givenNames, birthName }: Whom): readonly Pair[] {
  const given = union(spellingsOf(givenNames), spellingsOf(firstOf(givenNames)));
  const family = union(
    spellingsOf(familyName),
    ...(birthName === null ? [] : [spellingsOf(birthName), spellingsOf(without(birthName, givenNames))]),
  );
  const names: Pair = [orNobody(family), orNobody(given)];
  return [names, [names[1], names[0]], [union(family, given), NOT_LOOKED_AT]];
}

/** Whoever has one name only is registered under it alone, or presents it alone. */
function heldPairs({ familyName, givenNames }: RegisteredPerson): readonly Pair[] {
  const family = nameKeys(familyName);
  const given = union(nameKeys(givenNames), nameKeys(firstWord(givenNames)));
  const any = union(family, given);
  const hasOne = family.size === 0 || given.size === 0;
  const alone: readonly Pair[] = [[any, NOBODY_SAID], ...(hasOne ? ([[any, NOT_LOOKED_AT]] as const) : [])];
  return hasOne ? alone : [[family, given], ...alone];
}

function spellingsOf({ latin, original }: Name): NameKeys {
  const transliterated = original === null ? null : transliterate(original);
  return union(nameKeys(latin), transliterated === null ? new Set() : nameKeys(transliterated));
}

function without(name: Name, { latin }: Name): Name {
  const whole = name.latin.trim();
  const leading = [latin, firstWord(latin)].find(
    (given) => given !== '' && whole.toLowerCase().startsWith(`${given.toLowerCase()} `),
  );
  return { latin: leading === undefined ? '' : whole.slice(leading.length + 1), original: null };
}

function firstOf({ latin, original }: Name): Name {
  return { latin: firstWord(latin), original: original && firstWord(original) };
}

function firstWord(names: string): string {
  return names.split(/[\s,]+/u).find((word) => word !== '') ?? '';
}

function orNobody(keys: NameKeys): NameKeys {
  return keys.size === 0 ? NOBODY_SAID : keys;
}

function union(...sets: readonly NameKeys[]): NameKeys {
  return new Set(sets.flatMap((each) => [...each]));
}

function share(one: NameKeys, other: NameKeys): boolean {
  return [...one].some((key) => other.has(key));
}
