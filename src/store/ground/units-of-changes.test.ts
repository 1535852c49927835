import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { afterOthers, ChangedMeanwhile } from '../../base/changed-meanwhile.ts';
import { type ConnectionPool, openPool } from './pool.ts';
import { queriesOn } from './queries.ts';
import { orChangedMeanwhile } from './serialisation.ts';
import { type Queries, type Statement, statementInParts } from './statement.ts';
import { runInTransaction } from './transaction.ts';

const TABLES = ['ones', 'twos', 'threes'] as const;
type Table = (typeof TABLES)[number];

const perTable = (statementFor: (table: Table) => Statement): Record<Table, Statement> => ({
  ones: statementFor('ones'),
  twos: statementFor('twos'),
  threes: statementFor('threes'),
});
const read = perTable((table) => ({
  name: `test.read_${table}`,
  readsOnly: true,
  text: `select id, n from ${table} order by id`,
}));
const changes: Record<string, Record<Table, Statement>> = {
  add: perTable((table) => ({
    name: `test.add_${table}`,
    text: `insert into ${table} (id, n) values ($1, $2)`,
  })),
  put: perTable((table) => ({
    name: `test.put_${table}`,
    text: `insert into ${table} (id, n) values ($1, $2) on conflict (id) do update set n = excluded.n`,
  })),
  save: perTable((table) => ({
    name: `test.save_${table}`,
    text: `update ${table} set n = $2::int where id = $1 and n < $2`,
  })),
  remove: perTable((table) => ({
    name: `test.remove_${table}`,
    text: `delete from ${table} where id >= $1::int and n = $2::int`,
  })),
  copy: perTable((table) => ({
    name: `test.copy_${table}`,
    text: `insert into ${table} (id, n) select id + 10 * $1::int, n from ones where n >= $2 on conflict do nothing`,
  })),
  move: perTable((table) =>
    statementInParts(
      `test.move_${table}`,
      ['gone as (delete from ones where id = $1::int returning id)'],
      `insert into ${table === 'ones' ? 'twos' : table} (id, n) select id + 100, $2::int from gone`,
    ),
  ),
};

type Step =
  | { readonly kind: 'read'; readonly table: Table }
  | { readonly kind: 'fail' }
  | {
      readonly kind: 'heard' | 'unheard' | 'surely';
      readonly table: Table;
      readonly change: string;
      readonly values: readonly [number, number];
      readonly rows: number;
    };

const small = fc.integer({ min: 0, max: 3 });
const table = fc.constantFrom(...TABLES);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const), table }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'fail' } as const) },
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constantFrom('heard' as const, 'unheard' as const, 'unheard' as const, 'surely' as const),
      table,
      change: fc.constantFrom(...Object.keys(changes)),
      values: fc.tuple(small, small),
      rows: fc.constantFrom(0, 1, 1, 1, 2),
    }),
  },
);

/** What a step answers; whether what waits is sent at once or later makes no difference to it. */
async function take(queries: Queries, one: Step): Promise<unknown> {
  if (one.kind === 'fail') throw new TypeError('mine');
  if (one.kind === 'read') return queries.all(read[one.table], []);
  const statement = changes[one.change]?.[one.table];
  assert.ok(statement);
  if (one.kind === 'heard') return queries.change(statement, one.values);
  if (one.kind === 'unheard') return queries.changeUnheard(statement, one.values);
  return queries.changeSurely(statement, one.values, one.rows);
}

/** The same statements, each sent when it is asked for. */
function oneByOne(queries: Queries): Queries {
  return {
    ...queries,
    changeUnheard: async (statement, values) => void (await queries.change(statement, values)),
    async changeSurely(statement, values, rows = 1) {
      if ((await queries.change(statement, values)) !== rows) throw new ChangedMeanwhile();
    },
  };
}

/** Two schemas with the same tables; the names of the statements that are sent there are told in `sent`. */
async function openTables(t: TestContext) {
  const { url } = await openTestStore(t);
  const sent: string[] = [];
  const open = async (schema: string) => {
    const address = new URL(url);
    address.searchParams.set('options', `-c search_path=${schema},public -c synchronous_commit=on`);
    const pool = openPool(address.href, 4);
    t.after(() => pool.end());
    pool.on('connect', (client) => {
      const query = client.query.bind(client) as (...given: readonly unknown[]) => unknown;
      const noting = (...given: readonly [{ readonly name: string } | string]) => {
        const [asked] = given;
        sent.push(typeof asked === 'string' ? asked : asked.name.replace(/^joined\..*/, 'joined'));
        return query(...given);
      };
      client.query = noting as typeof client.query;
    });
    await pool.query(`create schema ${schema}`);
    for (const each of TABLES)
      await pool.query(`create table ${each} (id int primary key, n int not null check (n >= 0))`);
    return pool;
  };
  return { joined: await open('joined'), single: await open('single'), sent };
}

async function contentsOf(pool: ConnectionPool) {
  const rows = await Promise.all(TABLES.map((each) => queriesOn(pool).all(read[each], [])));
  return Object.fromEntries(TABLES.map((each, place) => [each, rows[place]]));
}

async function outcomeOf(work: () => Promise<unknown>) {
  try {
    return { kind: 'kept', answers: await work() };
  } catch (error) {
    return { kind: 'nothing', answers: (error as Error).name === 'AssertionError' ? error : null };
  }
}

test('a unit of work comes to the same as its statements one by one, and is kept whole or not at all', async (t) => {
  const { joined, single } = await openTables(t);
  const runAll = (pool: ConnectionPool, steps: readonly Step[], through: (queries: Queries) => Queries) =>
    outcomeOf(() =>
      runInTransaction(pool, async (queries) => {
        const answers: unknown[] = [];
        for (const each of steps) answers.push(await take(through(queries), each));
        return answers;
      }),
    );
  const kept = { kept: 0, nothing: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
      const outcome = await runAll(joined, steps, (queries) => queries);
      assert.deepEqual(outcome, await runAll(single, steps, oneByOne));
      assert.deepEqual(await contentsOf(joined), await contentsOf(single));
      kept[outcome.kind === 'kept' ? 'kept' : 'nothing'] += 1;
    }),
    { numRuns: 150 },
  );
  assert.ok(kept.kept > 10 && kept.nothing > 10, JSON.stringify(kept));
});

test('of units that change the same thing one is kept, and the others are told which change came too late', async (t) => {
  const { joined: pool } = await openTables(t);
  await pool.query('insert into ones values (1, 0)');
  const save: Statement = {
    name: 'test.count',
    text: 'update ones set n = $1::int + 1 where id = 1 and n = $1',
  };
  const add: Statement = { name: 'test.tell', text: 'insert into twos (id, n) values ($1, 0)' };
  const count = (place: number) =>
    orChangedMeanwhile(() =>
      runInTransaction(pool, async (queries) => {
        const [row] = await queries.all<{ n: number }>(read.ones, []);
        await queries.changeUnheard(add, [place]);
        await queries.changeSurely(save, [row?.n]);
      }),
    );
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(count));
  const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  for (const error of refused) {
    assert.ok(error instanceof ChangedMeanwhile);
    assert.equal(error.what, 'test.count');
  }
  const won = outcomes.length - refused.length;
  const { ones, twos } = await contentsOf(pool);
  assert.deepEqual(ones, [{ id: 1, n: won }]);
  assert.equal(twos?.length, won);
  await Promise.all([11, 12, 13].map((place) => afterOthers(() => count(place))));
  assert.deepEqual((await contentsOf(pool)).ones, [{ id: 1, n: won + 3 }]);
  await assert.rejects(queriesOn(pool).changeSurely(save, [0]), {
    name: 'ChangedMeanwhile',
    what: 'test.count',
  });
});

test('errors of the database come out of a unit of work as they are, whenever its changes are sent', async (t) => {
  const { joined: pool } = await openTables(t);
  const [add, save] = [changes.add?.ones, changes.save?.twos];
  assert.ok(add && save);
  const twice = (look: boolean) =>
    runInTransaction(pool, async (queries) => {
      await queries.changeUnheard(add, [1, 1]);
      await queries.changeUnheard(save, [1, 1]);
      if (look) await queries.all(read.ones, []);
      if (look) await queries.all(read.twos, []);
    });
  await twice(false);
  for (const look of [false, true])
    await assert.rejects(twice(look), { code: '23505', constraint: 'ones_pkey' });
  const refused = (look: boolean) =>
    orChangedMeanwhile(() =>
      runInTransaction(pool, async (queries) => {
        await queries.changeSurely(save, [9, 9]);
        if (look) await queries.all(read.twos, []);
        if (look) await queries.change(add, [2, 2]);
      }),
    );
  for (const look of [false, true]) await assert.rejects(refused(look), { what: 'test.save_twos' });
});

test('reads and one statement of changes need no transaction around them, and what throws before sends no change', async (t) => {
  const { joined: pool, sent } = await openTables(t);
  const sentBy = async (work: (queries: Queries) => Promise<unknown>, mayBeLost = false) => {
    sent.length = 0;
    await runInTransaction(pool, work, { mayBeLost }).catch(() => {});
    return [...sent];
  };
  const change = (queries: Queries, each: Table) =>
    queries.changeUnheard(changes.put?.[each] ?? read.ones, [1, 1]);
  const writeAll = async (queries: Queries) => {
    await queries.all(read.ones, []);
    await change(queries, 'twos');
    await queries.all(read.ones, []);
    await change(queries, 'threes');
  };
  assert.deepEqual(await sentBy(writeAll), ['test.read_ones', 'test.read_ones', 'joined']);
  assert.deepEqual(await sentBy(writeAll, true), ['test.read_ones', 'test.read_ones', 'joined']);
  assert.deepEqual(await sentBy((queries) => change(queries, 'ones')), ['test.put_ones']);
  assert.deepEqual(
    await sentBy(async (queries) => {
      await writeAll(queries);
      await queries.all(read.twos, []);
    }),
    ['test.read_ones', 'test.read_ones', 'begin', 'joined', 'test.read_twos', 'commit'],
  );
  assert.deepEqual(
    await sentBy(async (queries) => {
      await writeAll(queries);
      throw new TypeError('mine');
    }),
    ['test.read_ones', 'test.read_ones'],
  );
});

test('a unit of work that may be lost does not make its commit wait, and every other one does', async (t) => {
  const { joined: pool } = await openTables(t);
  await pool.query(`create table commits (waits text);
    create function note_commit() returns trigger language plpgsql as $$
      begin insert into commits values (current_setting('synchronous_commit')); return null; end $$;
    create constraint trigger noted after insert on ones deferrable initially deferred
      for each row execute function note_commit()`);
  const add = changes.add?.ones;
  assert.ok(add);
  let id = 0;
  const keep = (mayBeLost: boolean, isHeard: boolean) =>
    runInTransaction(
      pool,
      async (queries) => {
        id += 1;
        await (isHeard ? queries.change(add, [id, 1]) : queries.changeUnheard(add, [id, 1]));
      },
      { mayBeLost },
    );
  for (const isHeard of [false, true])
    for (const mayBeLost of [true, false, true]) await keep(mayBeLost, isHeard);
  const { rows } = await pool.query('select waits from commits');
  assert.deepEqual(
    rows.map(({ waits }) => waits),
    ['off', 'on', 'off', 'off', 'on', 'off'],
  );
});
