import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { openTestStore, personWith, type TestStore } from '../../../../test/support/open-test-store.ts';
import type { NumberAsk } from '../../../domain/number-authority/index.ts';
import {
  type NationalNumber,
  parseNationalNumber,
  type RegisteredPerson,
} from '../../../domain/person/index.ts';
import { openStore } from '../../open-store.ts';

const ask: NumberAsk = { birthDate: { year: 1985, month: 7, day: 30 }, sex: 'male' };
const on = { case: 'case-1', at: new Date('2026-11-22T12:00:00Z') };
const digitsOf = (number: NationalNumber) => number.digits.reveal();

async function assign({ store }: Pick<TestStore, 'store'>, asked = ask, about = on): Promise<string> {
  return store.inTransaction(['numbers'], async ({ numbers }) => {
    const answer = await numbers.assign(asked, about);
    assert.equal(answer.kind, 'assigned');
    return digitsOf((answer as Extract<typeof answer, { kind: 'assigned' }>).number);
  });
}

const explain = ({ store }: Pick<TestStore, 'store'>) =>
  store.inTransaction(['numbers'], ({ numbers }) => numbers.explain());

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

test('in a demo every series begins far up, where the real register hardly comes, and its counters are explained too', async (t) => {
  const { url, keys, now } = await openTestStore(t);
  const store = await openStore({ url, keys, clock: now, numbersAfter: 900 });
  t.after(store.close);
  const world = { store };
  assert.deepEqual(
    [await assign(world), await assign(world, { ...ask, sex: 'female' })].map((digits) => digits.slice(6, 9)),
    ['901', '902'],
  );
  assert.deepEqual(await explain(world), { series: 2, assigned: 2, skipped: 0, holes: 0, beyond: 0 });
});

test('a rollback takes the number back, and leaves nothing to explain', async (t) => {
  const world = await openTestStore(t);
  await assert.rejects(
    world.store.inTransaction(['numbers'], async ({ numbers }) => {
      await numbers.assign(ask, on);
      throw new Error('the agent closed the window');
    }),
  );
  assert.equal(await assign(world), '85473000149');
  assert.deepEqual(await explain(world), { series: 1, assigned: 1, skipped: 0, holes: 0, beyond: 0 });
});

test('a number that somebody has or had is skipped, and why is kept', async (t) => {
  const world = await openTestStore(t);
  await world.store.inTransaction(['register', 'persons'], async ({ register, persons }) => {
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
  await world.store.inTransaction(['register'], async ({ register }) => {
    assert.deepEqual(await register.addPerson(registered(bis)), { kind: 'added' });
    assert.deepEqual(await register.addPerson(registered(bis)), { kind: 'already-there' });
    assert.deepEqual(await register.addPerson(registered(rn)), { kind: 'added' });
    await register.replaceNumber(bis, rn, on.at);
  });
  await world.store.inTransaction(['register'], async ({ register }) => {
    for (const number of [bis, rn]) {
      assert.equal((await register.findByNumber(number))?.number.digits.reveal(), digitsOf(rn));
    }
    assert.deepEqual(await register.addPerson(registered(bis)), { kind: 'already-there' });
  });
  assert.notEqual(await assign(world), digitsOf(bis));
});

test('a number is never given twice: 1,000 by eight agents at once, some of whom give up at the end', async (t) => {
  const world = await openTestStore(t);
  const given: string[] = [];
  const left = Array.from({ length: 1000 }, (_, index) => index);
  const decide = async (index: number, isGivenUp: boolean) => {
    const asked: NumberAsk = {
      birthDate: { year: 1985, month: 7, day: 1 + (index % 3) },
      sex: (['male', 'female', null] as const)[Math.floor(index / 3) % 3] ?? null,
    };
    const answer = await world.store.inTransaction(['numbers'], async ({ numbers }) => {
      const one = await numbers.assign(asked, { ...on, case: `case-${index}` });
      if (isGivenUp) throw new Error('given up');
      return one;
    });
    if (answer.kind === 'assigned') given.push(digitsOf(answer.number));
  };
  const agent = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (next % 7 === 0) await assert.rejects(decide(next, true), /given up/);
      await decide(next, false);
    }
  };
  await Promise.all(Array.from({ length: 8 }, agent));
  assert.equal(given.length, 1000);
  assert.equal(new Set(given).size, 1000);
  assert.deepEqual(await explain(world), { series: 9, assigned: 1000, skipped: 0, holes: 0, beyond: 0 });
});

test('when a day is used up the year goes on, and nothing is left unexplained', async (t) => {
  const world = await openTestStore(t);
  const prefixes = new Set<string>();
  await world.store.inTransaction(['numbers'], async ({ numbers }) => {
    for (let count = 0; count < 501; count += 1) {
      const answer = await numbers.assign(ask, on);
      if (answer.kind === 'assigned') prefixes.add(digitsOf(answer.number).slice(0, 6));
    }
  });
  assert.deepEqual([...prefixes], ['854730', '854000']);
  assert.deepEqual(await explain(world), { series: 2, assigned: 501, skipped: 0, holes: 0, beyond: 0 });
});

test('a counter that was put back by hand gives no number again', async (t) => {
  const world = await openTestStore(t);
  const first = await assign(world);
  await onDatabase(world, 'delete from number_counters');
  assert.notEqual(await assign(world), first);
  assert.deepEqual(await explain(world), { series: 1, assigned: 2, skipped: 0, holes: 0, beyond: 0 });
});

test('what was given is kept for ever, and a counter that lost its numbers is noticed', async (t) => {
  const world = await openTestStore(t);
  await assign(world);
  await assert.rejects(onDatabase(world, 'delete from assigned_numbers'), /never changed or removed/);
  await assert.rejects(onDatabase(world, 'truncate assigned_numbers'), /never changed or removed/);
  await onDatabase(world, 'alter table assigned_numbers disable trigger all; delete from assigned_numbers');
  assert.equal((await explain(world)).holes, 1);
});

test('a dump of the database shows no number, no series and no counter', async (t) => {
  const world = await openTestStore(t);
  await world.store.inTransaction(['register'], ({ register }) =>
    register.addPerson(registered(numberOf('85473000149'))),
  );
  const digits = await assign(world);
  const rows = await onDatabase(
    world,
    `select row_to_json(c)::text as row from number_counters c union all select row_to_json(a)::text from assigned_numbers a
      union all select row_to_json(s)::text from number_skips s`,
  );
  assert.equal(rows.length, 3);
  const shown = JSON.stringify(rows);
  for (const part of [digits, '85473000149', digits.slice(0, 6)]) assert.ok(!shown.includes(part), part);
});

async function onDatabase({ url }: TestStore, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
