import assert from 'node:assert/strict';
import type { Case, DeskAnswer } from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import {
  newPerson,
  type Person,
  parseNationalNumber,
  type RegisteredPerson,
} from '../../src/domain/person/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import type { CaseworkWalk } from './casework-walk.ts';
import type { TestMember } from './test-member.ts';

export const REASON = 'The passport shows the former name.';

export function numberOf(walk: CaseworkWalk, digits: string) {
  const parsed = parseNationalNumber(digits, walk.now());
  assert.ok(parsed.kind === 'parsed', digits);
  return parsed.number;
}

/** Somebody of the register who has nothing in common with Anna, and whom Sluis knows. */
export async function knownPerson(
  walk: CaseworkWalk,
  changes: Partial<RegisteredPerson> = {},
): Promise<{ readonly registered: RegisteredPerson; readonly person: Person }> {
  const registered: RegisteredPerson = {
    number: numberOf(walk, '85073003328'),
    familyName: 'Peeters',
    givenNames: 'Jan',
    birthDate: { year: 1985, month: 7, day: 30 },
    birthPlace: 'Aalst',
    sex: 'male',
    nationality: 'BE',
    address: { street: null, postcode: null, municipality: null, country: 'BE' },
    ...changes,
  };
  const person = newPerson(registered, systemRandomness, walk.now());
  await walk.inTransaction(['register', 'persons'], async ({ register, persons }) => {
    await register.addPerson(registered);
    await persons.add(person);
  });
  return { registered, person };
}

export const likeAnna = {
  familyName: 'Müller',
  givenNames: 'Anna',
  birthPlace: 'Köln',
  sex: 'female',
} as const;
export const bornLikeAnna = { ...likeAnna, birthDate: { year: 1995, month: 10, day: 17 } } as const;

export async function takenBy(
  walk: CaseworkWalk,
  agent: TestMember,
  identifier = 'DE/BE/anna',
): Promise<Case> {
  await walk.send({ identifier: identifier as PersonIdentifier });
  const taken = await walk.desk.takeNextCase({ by: agent });
  assert.ok(taken.kind === 'taken');
  return taken.case;
}

export function done(answer: DeskAnswer | { readonly kind: string }): Case {
  assert.ok(answer.kind === 'done' && 'case' in answer, JSON.stringify(answer));
  return answer.case;
}

export async function leadsTo(walk: CaseworkWalk, { applicant }: Case) {
  const { identity } = applicant;
  assert.ok(identity);
  const link = await walk.inTransaction(['links'], ({ links }) =>
    links.findLive(identity.country, identity.identifier),
  );
  return link?.person ?? null;
}

/** What an officer types of Claire, without a day and a month of birth. */
export const claireAtCounter = {
  documentType: 'passport',
  documentNumber: '12 AB 34567',
  documentCountry: 'FR',
  'documentExpires-day': '3',
  'documentExpires-month': '5',
  'documentExpires-year': '2031',
  familyName: 'Dupont',
  givenNames: 'Claire',
  'birthDate-year': '1985',
  birthPlace: 'Lille',
  birthCountry: 'FR',
  sex: 'female',
  'nationality-1': 'FR',
  addressLines: 'Rue Haute 1',
  municipality: 'Lille',
  addressCountry: 'FR',
  email: 'claire@example.eu',
  language: 'fr',
  checked: 'yes',
} as const;
