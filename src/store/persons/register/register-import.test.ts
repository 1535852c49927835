import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { numberOf, openTestStore, type TestStore } from '../../../../test/support/open-test-store.ts';
import type { RegisteredPerson } from '../../../domain/person/index.ts';

const registered = (digits: string, changes: Partial<RegisteredPerson> = {}): RegisteredPerson => ({
  number: numberOf(digits),
  familyName: 'Müller\t"tab" \\ and\nnewline',
  givenNames: 'Anna',
  birthDate: { year: 1985, month: 7, day: null },
  birthPlace: null,
  sex: 'female',
  nationality: 'DE',
  address: { street: 'Kerkstraat 1', postcode: '9000', municipality: 'Gent', country: 'BE' },
  ...changes,
});
const digits = (index: number) => String(85_073_000_000 + index);
const find = ({ store }: TestStore, which: string) =>
  store.inTransaction(['register'], ({ register }) => register.findByNumber(numberOf(which)));

test('an imported person comes back as imported, whatever letters the names hold', async (t) => {
  const test = await openTestStore(t);
  const session = await test.store.registerImport.begin();
  await session.addBatch([registered(digits(1))]);
  assert.equal(await find(test, digits(1)), null, 'nothing shows before the commit');
  assert.deepEqual(await session.commit(), { added: 1, changed: 0, unchanged: 0, repeated: 0 });
  const found = await find(test, digits(1));
  assert.deepEqual({ ...found, number: null }, { ...registered(digits(1)), number: null });
  assert.equal(found?.number.digits.reveal(), digits(1));
  assert.equal(await find(test, digits(2)), null);
});

test('the same file twice changes nothing; a changed row changes one person', async (t) => {
  const test = await openTestStore(t);
  const bring = async (rows: readonly RegisteredPerson[]) => {
    const session = await test.store.registerImport.begin();
    await session.addBatch(rows.slice(0, 50));
    await session.addBatch(rows.slice(50));
    return session.commit();
  };
  const rows = Array.from({ length: 100 }, (_, index) => registered(digits(index)));
  assert.deepEqual(await bring(rows), { added: 100, changed: 0, unchanged: 0, repeated: 0 });
  assert.deepEqual(await bring(rows), { added: 0, changed: 0, unchanged: 100, repeated: 0 });
  const moved = registered(digits(7), { birthPlace: 'Köln' });
  assert.deepEqual(await bring([...rows, moved]), { added: 0, changed: 1, unchanged: 99, repeated: 1 });
  assert.equal((await find(test, digits(7)))?.birthPlace, 'Köln', 'the last row of a number counts');
});

test('an import that is given up, tried out or cut off leaves nothing behind', async (t) => {
  const test = await openTestStore(t);
  const begun = await test.store.registerImport.begin();
  await begun.addBatch([registered(digits(1))]);
  await begun.abort();
  await begun.abort();
  const tried = await test.store.registerImport.begin();
  await tried.addBatch([registered(digits(1))]);
  assert.deepEqual(await tried.tryOut(), { added: 1, changed: 0, unchanged: 0, repeated: 0 });
  const cut = await test.store.registerImport.begin();
  await cut.addBatch([registered(digits(1))]);
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
  );
  await client.end();
  await assert.rejects(cut.commit());
  assert.equal(await find(test, digits(1)), null);
});

test('an import is told in the trail, in the transaction that did it', async (t) => {
  const { store } = await openTestStore(t);
  const event = (added: number) =>
    ({
      kind: 'register.imported',
      actor: { kind: 'operator', id: 'root' },
      subject: null,
      purpose: 'register',
      details: { added },
      correlation: 'K7PX-2M9D',
    }) as never;
  const session = await store.registerImport.begin();
  await session.addBatch([registered(digits(1)), registered(digits(2))]);
  await session.commit(({ added }) => [event(added)]);
  const failing = await store.registerImport.begin();
  await failing.addBatch([registered(digits(3))]);
  await assert.rejects(
    failing.commit(() => {
      throw new Error('no');
    }),
    /no/,
  );
  assert.deepEqual(
    (await store.audit.list()).map(({ kind, details }) => [kind, details]),
    [['register.imported', { added: 2 }]],
  );
});

test('a number that the register replaced leads to the person under the current one', async (t) => {
  const test = await openTestStore(t);
  const [first, second, third] = [digits(1), digits(2), digits(3)] as const;
  const session = await test.store.registerImport.begin();
  await session.addBatch([registered(second), registered(third, { givenNames: 'Bert' })]);
  await session.commit();
  await test.store.inTransaction(['register'], async ({ register }) => {
    await register.replaceNumber(numberOf(first), numberOf(second), test.now());
    assert.equal((await register.findByNumber(numberOf(first)))?.number.digits.reveal(), second);
    await register.replaceNumber(numberOf(second), numberOf(third), test.now());
    for (const old of [first, second, third]) {
      assert.equal((await register.findByNumber(numberOf(old)))?.givenNames, 'Bert');
    }
  });
});

test('finding a person is a look-up by key, whatever the size of the register', async (t) => {
  const test = await openTestStore(t);
  const session = await test.store.registerImport.begin();
  for (let batch = 0; batch < 5; batch += 1) {
    await session.addBatch(
      Array.from({ length: 1000 }, (_, index) => registered(digits(batch * 1000 + index))),
    );
  }
  await session.commit();
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  await client.query('analyze');
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `explain select * from register_persons where number_hash =
      coalesce((select current_hash from register_replaced_numbers where number_hash = '\\x00'), '\\x00')`,
  );
  await client.end();
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  assert.match(plan, /Index Scan using register_persons_pkey/);
});
