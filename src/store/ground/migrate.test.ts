import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { emptyDatabase, freshDatabase } from '../../../test/support/database.ts';
import { NOON } from '../../../test/support/open-test-store.ts';
import { migrate, readMigrations, readSchemaState } from '../index.ts';

const known = readMigrations();
const newest = known.at(-1)?.number ?? 0;

test('an empty database is brought up to date, and a second time nothing is left to do', async (t) => {
  const { url } = await emptyDatabase(t);
  assert.deepEqual(await readSchemaState(url), { kind: 'empty' });
  const applied = known.map(({ name }) => name);
  assert.deepEqual(await migrate(url, NOON), { kind: 'migrated', applied, at: newest });
  assert.deepEqual(await readSchemaState(url), { kind: 'current' });
  assert.deepEqual(await migrate(url, NOON), { kind: 'migrated', applied: [], at: newest });
});

test('two processes that migrate at once do each migration once', async (t) => {
  const { url } = await emptyDatabase(t);
  const outcomes = await Promise.all([migrate(url, NOON), migrate(url, NOON), migrate(url, NOON)]);
  const applied = outcomes.flatMap((outcome) =>
    outcome.kind === 'migrated' ? outcome.applied : ['refused'],
  );
  assert.deepEqual(
    applied,
    known.map(({ name }) => name),
  );
});

test('a database of a newer program is left alone', async (t) => {
  const { url } = await freshDatabase(t);
  const older = known.slice(0, -1);
  const refusal = { kind: 'newer', database: newest, known: older.at(-1)?.number };
  assert.deepEqual(await migrate(url, NOON, { migrations: older }), refusal);
});

test('a migration that was applied in another form is told, and nothing is applied', async (t) => {
  const { url } = await freshDatabase(t);
  const changed = known.map((each, index) => (index === 1 ? { ...each, checksum: 'other' } : each));
  const next = { number: 9000, name: '9000-next', sql: 'create table next ()', checksum: 'x' };
  assert.deepEqual(await migrate(url, NOON, { migrations: [...changed, next] }), {
    kind: 'changed',
    names: [known[1]?.name],
  });
  assert.equal(await countTables(url, 'next'), 0);
});

test('a migration that fails leaves nothing of itself behind, and the ones before it stand', async (t) => {
  const { url } = await freshDatabase(t);
  const good = { number: 9000, name: '9000-good', sql: 'create table good ()', checksum: 'x' };
  const bad = { number: 9001, name: '9001-bad', sql: 'create table bad (); select 1/0', checksum: 'y' };
  await assert.rejects(migrate(url, NOON, { migrations: [...known, good, bad] }), /9001-bad failed/);
  assert.equal(await countTables(url, 'good'), 1);
  assert.equal(await countTables(url, 'bad'), 0);
});

test('every table and every column says what it holds and how private that is', async (t) => {
  const { url } = await freshDatabase(t);
  const silent = await rowsOf<{ name: string; comment: string | null }>(
    url,
    `select c.relname || '.' || a.attname as name, col_description(c.oid, a.attnum) as comment
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
  );
  assert.ok(silent.length > 100);
  const form = /^privacy: (none|personal|identifier|secret) — \S/;
  assert.deepEqual(
    silent.filter(({ comment }) => !form.test(comment ?? '')),
    [],
  );
  const tables = await rowsOf<{ name: string }>(
    url,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not relispartition and obj_description(oid) is null`,
  );
  assert.deepEqual(tables, []);
});

test('no extension is needed but one that comes with PostgreSQL and needs no superuser', async (t) => {
  const { url } = await freshDatabase(t);
  const made = await rowsOf(url, 'select extname from pg_extension order by extname');
  assert.deepEqual(made, [{ extname: 'pg_trgm' }, { extname: 'plpgsql' }]);
  const trusted =
    "select bool_and(trusted) as trusted from pg_available_extension_versions where name = 'pg_trgm'";
  assert.deepEqual(await rowsOf(url, trusted), [{ trusted: true }]);
});

test('the windows of a whole day exist before anybody needs them', async (t) => {
  const { url } = await freshDatabase(t);
  const tables = await rowsOf<{ parent: string; windows: number }>(
    url,
    `select inhparent::regclass::text as parent, count(*)::int as windows from pg_inherits
      join pg_class on oid = inhrelid where relkind = 'r' group by 1`,
  );
  for (const { parent, windows } of tables) assert.ok(windows >= 2, parent);
  assert.ok(tables.length >= 7);
});

test('a demo from before there were marks stays a demo, and an installation that only knows its member states is none', async (t) => {
  const madeBy = async (event: string, node: string) => {
    const { url } = await emptyDatabase(t);
    await migrate(url, NOON, { migrations: known.filter(({ number }) => number < 38) });
    await rowsOf(
      url,
      `insert into countries (code, description, metadata, changed_at)
        values ('EE', '{}', '<saml2:AttributeValue>${node}</saml2:AttributeValue>', '${NOON.toISOString()}');
      insert into audit_events (at, kind, actor, purpose, details, correlation)
        values ('${NOON.toISOString()}', '${event}', '{}', 'operation', '{}', 'K7PX-2M9D')`,
    );
    await migrate(url, NOON);
    return rowsOf(url, 'select made_at from demo_marks');
  };
  const simulated = 'Sluis:SimulatedEurope:0.1.0';
  assert.deepEqual(await madeBy('seed.applied', simulated), [{ made_at: NOON }]);
  assert.deepEqual(await madeBy('country.applied', simulated), []);
  assert.deepEqual(await madeBy('seed.applied', 'eIDAS-ref:2.9.0'), []);
});

async function countTables(url: string, name: string): Promise<number> {
  return (await rowsOf(url, `select from pg_class where relname = '${name}'`)).length;
}

async function rowsOf<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
