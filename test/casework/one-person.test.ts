import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type NationalNumber, newPerson, parseNationalNumber } from '../../src/domain/person/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import type { Stores } from '../../src/store/index.ts';
import { openCaseworkWalk } from '../support/casework-walk.ts';
import { address, identity, number, openLoginWalk } from '../support/login-walk.ts';

function numberOf(text: string): NationalNumber {
  const parsed = parseNationalNumber(text, new Date('2026-11-22'));
  assert.ok(parsed.kind === 'parsed');
  return parsed.number;
}

const bis = numberOf(number);
const rn = numberOf('95101712473');

const anna = {
  number: bis,
  familyName: 'Mueller',
  givenNames: 'Anna',
  birthDate: { year: 1995, month: 10, day: 17 },
  birthPlace: 'Köln',
  sex: 'female',
  nationality: 'DE',
  address: { street: null, postcode: null, municipality: null, country: null },
} as const;

/** The town hall registers somebody who had a BIS number, under a number of the register. */
async function giveRegisterNumber({ register }: Pick<Stores, 'register'>, at: Date): Promise<void> {
  await register.addPerson({ ...anna, number: rn });
  await register.replaceNumber(bis, rn, at);
}

for (const typed of [bis, rn]) {
  test(`who was known by a BIS number and logs in with a new eID and the ${typed.kind} number is the same person`, async (context) => {
    const walk = await openLoginWalk(context);
    const first = await walk.askedForNumber();
    await walk.answer(first, { kind: 'give-number', knows: 'yes', number, address });
    const { store, now } = walk.test;
    const before = await store.inTransaction(['persons'], ({ persons }) => persons.findByNumber(bis));
    assert.ok(before);
    await store.inTransaction(['register'], (stores) => giveRegisterNumber(stores, now()));
    const renewed = { ...identity, identifier: 'DE/BE/renewed' as typeof identity.identifier };
    const second = await walk.askedForNumber(renewed);
    const given = typed.digits.reveal();
    await walk.answer(second, { kind: 'give-number', knows: 'yes', number: given, address });
    const after = await store.inTransaction(['persons'], ({ persons }) => persons.findByNumber(rn));
    assert.equal(after?.id, before.id);
    assert.equal(after?.subject, before.subject);
    assert.equal(after?.number?.digits.reveal(), rn.digits.reveal());
    const links = await store.inTransaction(['links'], (stores) => stores.links.liveOf(before.id));
    assert.equal(links.length, 2, 'the number that was typed led to the person');
  });
}

for (const typed of [bis, rn]) {
  test(`an agent who links by the ${typed.kind} number links to the person who was known by the BIS number`, async (context) => {
    const walk = await openCaseworkWalk(context);
    const known = await walk.inTransaction(['register', 'persons'], async (stores) => {
      await stores.register.addPerson(anna);
      const person = await stores.persons.add(newPerson(anna, systemRandomness, walk.now()));
      await giveRegisterNumber(stores, walk.now());
      return person;
    });
    const one = await walk.send();
    const agent = await walk.member('Noor');
    const taken = await walk.desk.takeNextCase({ by: agent });
    assert.ok(taken.kind === 'taken');
    const decision = { number: typed, comment: '', despiteLink: false };
    const linked = await walk.desk.linkToPerson({
      by: agent,
      case: one.id,
      version: taken.case.version,
      ...decision,
    });
    assert.ok(linked.kind === 'done' && linked.case.state.kind === 'decided');
    const { outcome } = linked.case.state;
    assert.ok(outcome.kind === 'linked');
    assert.deepEqual([outcome.person, outcome.number], [known.id, rn.digits.reveal()]);
  });
}
