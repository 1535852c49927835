import assert from 'node:assert/strict';
import { parseNationalNumber, type RegisteredPerson } from '../../src/domain/person/index.ts';
import type { CaseworkWalk } from './casework-walk.ts';

/** Anna's number, where she has one. */
export const NUMBER = '95501799861';

export function numberOf(text: string, at: Date) {
  const parsed = parseNationalNumber(text, at);
  assert.ok(parsed.kind === 'parsed');
  return parsed.number;
}

/** Puts Anna into the register, as somebody whose name is spelled otherwise. */
export async function register(
  walk: CaseworkWalk,
  changes: Partial<RegisteredPerson> = {},
): Promise<RegisteredPerson> {
  const person: RegisteredPerson = {
    number: numberOf(NUMBER, walk.now()),
    familyName: 'Mueller',
    givenNames: 'Anna',
    birthDate: { year: 1995, month: 10, day: 17 },
    birthPlace: 'Keulen',
    sex: 'female',
    nationality: 'DE',
    address: { street: null, postcode: null, municipality: null, country: 'DE' },
    ...changes,
  };
  await walk.inTransaction(['register'], (stores) => stores.register.addPerson(person));
  return person;
}

/** A request that was sent and taken, by whom, and a colleague of theirs. */
export async function take(walk: CaseworkWalk, ...names: readonly string[]) {
  const [first = 'Noor', second = 'Marc'] = names;
  const one = await walk.send();
  const agent = await walk.member(first);
  const other = await walk.member(second);
  const taken = await walk.desk.takeNextCase({ by: agent });
  assert.ok(taken.kind === 'taken');
  assert.equal(taken.case.id, one.id);
  return { one: taken.case, agent, other };
}
