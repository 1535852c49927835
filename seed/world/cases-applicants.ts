import { findPerson, type SimulatedPerson } from '../../simulators/europe/people/index.ts';
import type { Language } from '../../src/base/language.ts';
import type { Name, Sex } from '../../src/domain/person/index.ts';
import { numberFor } from '../naming.ts';
import {
  exactlyKnownApplicants,
  type KnownApplicant,
  knownApplicants,
  perhapsKnownApplicants,
} from './cases-known.ts';
import { counterPools, type NamePool, namePools, singleNames } from './cases-names.ts';

/** Somebody of the demo who asks for a number: what the eID tells, and what they type besides. */
export type DemoApplicant = {
  readonly country: string;
  /** What follows `CC/BE/` in the person identifier. Only that of a persona is one that simulated Europe can present. */
  readonly identifier: string;
  readonly familyName: Name;
  readonly givenNames: Name;
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly sex: Sex;
  /** Whether the eID tells the birth place and the sex. */
  readonly tells: boolean;
  readonly language: Language;
  readonly email: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** The number under which the register knows this person; `null` when it does not. */
  readonly number: string | null;
};

/** The invented applicant of this place in the row; nobody comes twice in the first three hundred. */
export function inventedApplicant(place: number): DemoApplicant {
  // Neighbours send most people: the first countries of the list come twice as often.
  const turns = [...namePools.slice(0, 5), ...namePools];
  return fromPool(elementOf(turns, place), place);
}

/** An invented applicant whose country has no eID that works here. */
export function counterApplicant(place: number): DemoApplicant {
  return fromPool(elementOf(counterPools, place), place);
}

/** Which people of the register: spelled otherwise, exactly as they write themselves, or perhaps the same. */
export type KnownKind = 'known' | 'exactly' | 'perhaps';
const known: Readonly<Record<KnownKind, readonly KnownApplicant[]>> = {
  known: knownApplicants,
  exactly: exactlyKnownApplicants,
  perhaps: perhapsKnownApplicants,
};

/** Those whom the register knows. */
export function knownApplicant(
  place: number,
  kind: KnownKind,
): (DemoApplicant & { readonly number: string }) | null {
  const row = known[kind][place];
  if (!row) return null;
  const [country, familyName, givenNames, birthDate, birthPlace, sex, number] = row;
  const own = [...namePools, ...counterPools].find((each) => each.country === country);
  if (!own) throw new Error(`no names of ${country}`);
  return {
    ...contactOf(own, `${givenNames} ${familyName}`, place),
    country,
    identifier: `DEMO-KNOWN-${number.slice(0, 6)}`,
    familyName: { latin: familyName, original: null },
    givenNames: { latin: givenNames, original: null },
    birthDate,
    birthPlace,
    sex,
    tells: true,
    number,
  };
}

/** Somebody of simulated Europe, so that whoever plays them finds a request under way. */
export function personaApplicant(country: string, id: string): DemoApplicant {
  const person = findPerson(country, id);
  const own = namePools.find((each) => each.country === country);
  if (!person) throw new Error(`no ${id} in ${country}`);
  const contact = contactOf(own ?? elementOf(namePools, 1), `${person.givenNames} ${person.familyName}`, 1);
  return { ...contact, ...named(person), tells: true, number: null };
}

function named(person: SimulatedPerson) {
  const { country, identifier, birthDate, birthPlace, sex } = person;
  return {
    ...{ country, identifier, birthDate, birthPlace, sex, town: birthPlace },
    familyName: { latin: person.familyName, original: person.originalFamilyName },
    givenNames: { latin: person.givenNames, original: person.originalGivenNames },
  };
}

function fromPool(from: NamePool, place: number): DemoApplicant {
  const key = `${from.country} ${place}`;
  const sex: Sex = place % 2 === 0 ? 'female' : 'male';
  const given = nameOf(elementOf(sex === 'female' ? from.women : from.men, numberFor(`given ${key}`, 97)));
  const family = nameOf(elementOf(from.families, place));
  const year = 1952 + numberFor(`year ${key}`, 54);
  const [month, day] = [1 + numberFor(`month ${key}`, 12), 1 + numberFor(`day ${key}`, 28)].map((part) =>
    String(part).padStart(2, '0'),
  );
  const isSingle = numberFor(`single ${key}`, 29) === 0;
  const name = isSingle ? elementOf(singleNames, place) : null;
  return {
    ...contactOf(from, name ?? `${given.latin} ${family.latin}`, place),
    country: from.country,
    identifier: `DEMO-CASE-${String(place).padStart(4, '0')}`,
    familyName: name === null ? family : { latin: name, original: null },
    givenNames: name === null ? given : { latin: '-', original: null },
    birthDate: `${year}-${month}-${day}`,
    birthPlace: elementOf(from.towns, numberFor(`born ${key}`, 97)),
    sex,
    tells: from.tells,
    number: null,
  };
}

function contactOf(from: NamePool, name: string, place: number) {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '');
  return {
    language: from.language,
    email: `${plain}@example.eu`,
    street: `${from.street} ${1 + numberFor(`house ${name} ${place}`, 180)}`,
    postcode: from.postcode,
    town: elementOf(from.towns, numberFor(`lives ${name} ${place}`, 97)),
  };
}

function nameOf(written: string): Name {
  const [latin = written, original = null] = written.split('|');
  return { latin, original };
}

function elementOf<Element>(list: readonly Element[], place: number): Element {
  const element = list[place % list.length];
  if (element === undefined) throw new Error('a list of the demo world is empty');
  return element;
}
