import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestStore, personWith, type TestStore } from '../../test/support/open-test-store.ts';
import type { NumberAsk } from '../domain/number-authority/index.ts';
import { type NationalNumber, parseNationalNumber, type RegisteredPerson } from '../domain/person/index.ts';

const ask: NumberAsk = { birthDate: { year: 1985, month: 7, day: 30 }, sex: 'male' };
const on = { case: 'case-1', at: new Date('2026-11-22T12:00:00Z') };
const digitsOf = (number: NationalNumber) => number.digits.reveal();

async function assign({ store }: TestStore, asked = ask, about = on): Promise<string> {
  return store.inTransaction(async ({ numbers }) => {
    const answer = await numbers.assign(asked, about);
    assert.equal(answer.kind, 'assigned');
    return digitsOf((answer as Extract<typeof answer, { kind: 'assigned' }>).number);
  });
}

const explain = ({ store }: TestStore) => store.inTransaction(({ numbers }) => numbers.explain());

function numberOf(digits: string): NationalNumber {
  const parsed = parseNationalNumber(digits, on.at);
  assert.equal(parsed.kind, 'parsed', digits);
  return (parsed as Extract<typeof parsed, { kind: 'parsed' }>).number;
}

function registered(number: NationalNumber): RegisteredPerson {
  return {
    number,
    familyName: 'Papadopoulos',
    givenNames: 'Georgios',
    birthDate: ask.birthDate,
    birthPlace: 'Athina',
    sex: 'male',
    nationality: 'EL',
    address: { street: null, postcode: null, municipality: null, country: 'EL' },
  };
}

test('the men of one day get odd numbers, women even ones, and those of unknown sex their own', async (t) => {
  const world = await openTestStore(t);
  assert.deepEqual([await assign(world), await assign(world)], ['85473000149', '85473000347']);
  assert.equal(await assign(world, { ...ask, sex: 'female' }), '85473000248');
  assert.equal((await assign(world, { ...ask, sex: null })).slice(0, 9), '852730001');
  assert.deepEqual(await explain(world), { series: 3, assigned: 4, skipped: 0, holes: 0, beyond: 0 });
});

test('a rollback takes the number back, and leaves nothing to explain', async (t) => {
  const world = await openTestStore(t);
  await assert.rejects(
    world.store.inTransaction(async ({ numbers }) => {
      await numbers.assign(ask, on);
      throw new Error('the agent closed the window');
    }),
  );
  assert.equal(await assign(world), '85473000149');
  assert.deepEqual(await explain(world), { series: 1, assigned: 1, skipped: 0, holes: 0, beyond: 0 });
});

test('a number that somebody has or had is skipped, and why is kept', async (t) => {
  const world = await openTestStore(t);
  await world.store.inTransaction(async ({ register, persons }) => {
    const rn = registered(numberOf('85073003328'));
    await register.addPerson(rn);
    await register.addPerson(registered(numberOf('85473000149')));
    await register.replaceNumber(numberOf('85473000347'), rn.number, on.at);
    await persons.add(personWith({ number: numberOf('85473000545') }));
  });
  assert.equal((await assign(world)).slice(0, 9), '854730007');
  assert.deepEqual(await explain(world), { series: 1, assigned: 1, skipped: 3, holes: 0, beyond: 0 });
});

test('a BIS number that a number of the Register replaced leads to the person, and neither is given again', async (t) => {
  const world = await openTestStore(t);
  const bis = numberOf(await assign(world));
  const rn = numberOf('85073003328');
  await world.store.inTransaction(async ({ register }) => {
    assert.deepEqual(await register.addPerson(registered(bis)), { kind: 'added' });
    assert.deepEqual(await register.addPerson(registered(bis)), { kind: 'already-there' });
    assert.deepEqual(await register.addPerson(registered(rn)), { kind: 'added' });
    await register.replaceNumber(bis, rn, on.at);
  });
  await world.store.inTransaction(async ({ register }) => {
    for (const number of [bis, rn]) {
      assert.equal((await register.findByNumber(number))?.number.digits.reveal(), digitsOf(rn));
    }
    assert.deepEqual(await register.addPerson(registered(bis)), { kind: 'already-there' });
  });
  assert.notEqual(await assign(world), digitsOf(bis));
});
