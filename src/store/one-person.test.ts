import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  enterprise,
  numberOf,
  openTestStore,
  personWith,
  type TestStore,
} from '../../test/support/open-test-store.ts';
import { correlationCode } from '../base/correlation.ts';
import { parseOrganisationCode } from '../domain/organisation/index.ts';
import { type NationalNumber, personBehind, type RegisteredPerson } from '../domain/person/index.ts';
import { caseworkApplication } from '../domain/staff/index.ts';
import { systemRandomness } from '../processes/wiring/randomness.ts';

const [bis, other, rn] = [numberOf('95501799861'), numberOf('95501799762'), numberOf('95101712473')];
const CODE = 'OVO000001';

const registered = (number: NationalNumber): RegisteredPerson => ({
  number,
  familyName: 'Mueller',
  givenNames: 'Anna',
  birthDate: { year: 1995, month: 10, day: 17 },
  birthPlace: null,
  sex: 'female',
  nationality: null,
  address: { street: null, postcode: null, municipality: null, country: null },
});

/** Somebody who had two BIS numbers, one after the other, and then one of the register. */
async function withChain({ store, now }: TestStore) {
  await store.inTransaction(['register'], async ({ register }) => {
    for (const number of [bis, other, rn]) await register.addPerson(registered(number));
    await register.replaceNumber(bis, other, now());
    await register.replaceNumber(other, rn, now());
  });
}

const behind = ({ store }: TestStore, number: NationalNumber) =>
  store.inTransaction(['persons'], ({ persons }) => persons.findByNumber(number));

const count = async ({ store }: TestStore) => {
  const found = await Promise.all(
    [bis, other, rn].map((number) =>
      store.inTransaction(['persons'], ({ persons }) => persons.findByNumber(number)),
    ),
  );
  return new Set(found.map((each) => each?.id)).size;
};

for (const known of [bis, other, rn]) {
  test(`somebody known by ${known.kind} ${known.digits.reveal()} is found by every number they had or have`, async (t) => {
    const one = await openTestStore(t);
    const person = personWith({ number: known });
    await one.store.inTransaction(['persons'], ({ persons }) => persons.add(person));
    await withChain(one);
    for (const number of [bis, other, rn]) assert.equal((await behind(one, number))?.id, person.id);
  });
}

test('an exact match on a number that was replaced finds the person, who has the current number from then on', async (t) => {
  const one = await openTestStore(t);
  const person = personWith({ number: bis });
  await one.store.inTransaction(['persons'], ({ persons }) => persons.add(person));
  await withChain(one);
  const found = await one.store.inTransaction(['persons', 'register'], async ({ persons, register }) => {
    const held = await register.findByNumber(other);
    assert.ok(held);
    return personBehind({ persons, randomness: systemRandomness, at: one.now() }, held, other);
  });
  assert.equal(found.id, person.id);
  assert.equal((await one.store.persons.find(person.id))?.number?.digits.reveal(), rn.digits.reveal());
  assert.equal(await count(one), 1);
});

test('who is made for an old number is made under the current one, in a race with its replacement too', async (t) => {
  const one = await openTestStore(t);
  await one.store.inTransaction(['register'], async ({ register }) => {
    for (const number of [bis, other, rn]) await register.addPerson(registered(number));
  });
  const make = (number: NationalNumber) =>
    one.store.inTransaction(['persons'], ({ persons }) => persons.add(personWith({ number })));
  const replace = (from: NationalNumber, to: NationalNumber) =>
    one.store.inTransaction(['register'], ({ register }) => register.replaceNumber(from, to, one.now()));
  await Promise.all([make(bis), replace(bis, other), make(bis), replace(other, rn), make(bis)]);
  await Promise.all([make(bis), make(other), make(rn)]);
  assert.equal(await count(one), 1);
  const [person] = await Promise.all([behind(one, bis)]);
  assert.equal(person?.number?.digits.reveal(), rn.digits.reveal());
});

test('a replacement reaches the person at once, and a circle, itself, or another end is refused', async (t) => {
  const one = await openTestStore(t);
  const person = personWith({ number: bis });
  const replace = (from: NationalNumber, to: NationalNumber) =>
    one.store.inTransaction(['register'], ({ register }) => register.replaceNumber(from, to, one.now()));
  await one.store.inTransaction(['persons', 'register'], async ({ persons, register }) => {
    await persons.add(person);
    await register.addPerson(registered(bis));
  });
  assert.equal((await replace(rn, other)).kind, 'not-registered');
  const outcome = await replace(bis, rn);
  assert.deepEqual([outcome.kind, 'persons' in outcome && outcome.persons], ['replaced', [person.id]]);
  assert.equal((await one.store.persons.find(person.id))?.number?.digits.reveal(), rn.digits.reveal());
  const held = await one.store.inTransaction(['register'], ({ register }) => register.findByNumber(bis));
  assert.equal(held?.familyName, 'Mueller', 'what was registered goes on under the new number');
  assert.equal((await replace(bis, rn)).kind, 'unchanged');
  assert.equal((await replace(rn, bis)).kind, 'cycle');
  assert.equal((await replace(rn, rn)).kind, 'same-number');
  await one.store.inTransaction(['register'], ({ register }) => register.addPerson(registered(other)));
  assert.equal((await replace(bis, other)).kind, 'replaced-by-another');
  assert.equal((await replace(rn, other)).kind, 'replaced');
  assert.equal((await replace(other, bis)).kind, 'cycle');
  const numbers = await one.store.inTransaction(['persons'], ({ persons }) => persons.numbersOf(person.id));
  assert.deepEqual(
    numbers.map(({ number, validity }) => [number.digits.reveal(), validity.until === null]),
    [bis, rn, other].map((number) => [number.digits.reveal(), number === other]),
  );
});

test('two who are known by numbers that turn out to be of one human are told, and stay two', async (t) => {
  const one = await openTestStore(t);
  const [first, second] = [personWith({ number: bis }), personWith({ number: rn })];
  const outcome = await one.store.inTransaction(['persons', 'register'], async ({ persons, register }) => {
    await register.addPerson(registered(rn));
    await persons.add(first);
    await persons.add(second);
    return register.replaceNumber(bis, rn, one.now());
  });
  assert.ok('persons' in outcome);
  assert.deepEqual([...outcome.persons].sort(), [first.id, second.id].sort());
  assert.equal((await behind(one, bis))?.id, second.id, 'the holder of the current number');
});

test('both imports find the person behind a number that was replaced, and make one for all numbers of a chain', async (t) => {
  const one = await openTestStore(t);
  await withChain(one);
  const code = parseOrganisationCode('EA', '0999000129');
  assert.ok(code);
  const row = { targetGroup: 'EA', code, name: 'Kabel', country: 'BE', headAdministrator: null } as const;
  const organisations = await one.store.organisationImport.begin();
  await organisations.addBatch([
    { ...row, legalRepresentative: bis },
    { ...row, legalRepresentative: other },
  ]);
  const first = await organisations.commit();
  assert.deepEqual([first.persons, first.representations], [1, 1]);
  const person = await behind(one, rn);
  assert.equal(person?.familyName, 'Mueller');
  assert.equal(person?.number?.digits.reveal(), rn.digits.reveal());
  await one.store.inTransaction(['applications', 'organisations'], async (stores) => {
    await stores.applications.put(caseworkApplication);
    await stores.organisations.put(enterprise(CODE, { targetGroup: 'GID' }));
  });
  const staff = await one.store.staffImport.begin((change) => ({
    kind: 'staff.right-given',
    actor: { kind: 'operator', id: 'test' },
    subject: { kind: 'person', id: change.person },
    purpose: 'operation',
    details: {},
    correlation: correlationCode(Buffer.alloc(8)),
  }));
  const right = { targetGroup: 'GID', code: CODE, right: 'Dossierbehandelaar', until: null } as const;
  await staff.addBatch([bis, other, rn].map((number) => ({ ...right, number, from: '2026-01-01' }) as never));
  const second = await staff.commit();
  assert.deepEqual([second.persons, second.given, second.workRelations, second.repeated], [0, 1, 1, 2]);
  assert.equal(await count(one), 1);
});
