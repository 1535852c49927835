import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { auditEvent } from '../../../test/support/audit-example.ts';
import { freshDatabase } from '../../../test/support/database.ts';
import { openDatabaseProxy } from '../../../test/support/database-proxy.ts';
import { NOON, openTestStore } from '../../../test/support/open-test-store.ts';
import { keepStates, putState } from '../../../test/support/protocol-states.ts';
import { DAY, HOUR, later } from '../../base/time.ts';
import { openPartitions, type PartitionedTable } from './partitions.ts';

const { url } = await freshDatabase({ after });

async function connect(to: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: to });
  await client.connect();
  return client;
}

test('however many wait for a window, one connection makes it', async (t) => {
  const proxy = await openDatabaseProxy(url);
  t.after(proxy.close);
  const tables: PartitionedTable[] = ['oidc_states', 'login_grants', 'login_attempts'];
  const [one, other] = [openPartitions(proxy.url), openPartitions(proxy.url)];
  const asked = Array.from({ length: 400 }, (_, index) => {
    const table = tables[index % 3] ?? 'oidc_states';
    return (index % 2 === 0 ? one : other).ensure(table, later(NOON, 30 * DAY + (index % 5) * 7 * HOUR));
  });
  await Promise.all(asked);
  assert.equal(proxy.most(), 2, 'one connection a process');
});

test('the first three hundred writes of a process, side by side at a new window, all succeed on its connections', async (t) => {
  const database = await openTestStore(t, undefined);
  const client = await connect(database.url);
  await client.query('select pg_stat_clear_snapshot()');
  database.moveTo(later(NOON, 100 * DAY));
  await Promise.all(Array.from({ length: 300 }, () => database.store.audit.record(auditEvent())));
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await client.end();
  assert.ok((rows[0]?.count ?? 0) <= 12, 'ten that are shared, and two');
  assert.equal((await database.store.audit.list()).length, 300);
});

test('the next window is asked for before anybody needs it', async (t) => {
  const { url: own } = await freshDatabase(t);
  const partitions = openPartitions(own);
  const client = await connect(own);
  const windows = async () =>
    (
      await client.query<{ count: number }>(
        "select count(*)::int as count from pg_inherits where inhparent = 'oidc_states'::regclass",
      )
    ).rows[0]?.count ?? 0;
  const far = later(NOON, 400 * DAY);
  await partitions.ensureAhead(new Date());
  await partitions.ensure('oidc_states', far);
  const before = await windows();
  // In the second half of the window; the second call waits for what the first began.
  await partitions.ensure('oidc_states', later(far, 5 * HOUR));
  await partitions.ensureAhead(new Date());
  assert.equal(await windows(), before + 1);
  await client.end();
});

test('a change that began before its window was made is made all the same', async (t) => {
  const { store } = await openTestStore(t);
  const soon = later(NOON, HOUR);
  await keepStates(store, putState('AuthorizationCode', 'code', { jti: 'code' }, soon));
  const kept = await keepStates(
    store,
    { kind: 'consume', model: 'AuthorizationCode', id: 'code' },
    putState('AccessToken', 'token', { jti: 'token' }, later(NOON, 500 * DAY)),
  );
  assert.equal(kept, 'kept');
  assert.equal((await store.oidc.find('AccessToken', 'token'))?.jti, 'token');
});

test('windows that somebody reads are dropped at a later time, and nobody waits meanwhile', async (t) => {
  const { store, url: own } = await openTestStore(t);
  const old = later(NOON, -10 * DAY);
  const partitions = openPartitions(own);
  await partitions.ensure('oidc_states', old);
  await partitions.ensure('oidc_states', later(old, 12 * HOUR));
  await keepStates(store, putState('Session', 'session', { jti: 'session', uid: 'uid' }, later(NOON, HOUR)));
  const backup = await connect(own);
  await backup.query('begin isolation level repeatable read; select count(*) from oidc_states');
  const upkeep = store.upkeep.run(NOON);
  for (let round = 0; round < 20; round += 1) {
    await store.oidc.find('Session', 'session');
    await keepStates(
      store,
      putState('Session', `s${round}`, { jti: 's', uid: `u${round}` }, later(NOON, HOUR)),
    );
  }
  const first = await upkeep;
  assert.equal(first.held.length, 2);
  assert.deepEqual(first.dropped, []);
  await backup.query('commit');
  const second = await store.upkeep.run(NOON);
  assert.deepEqual([second.dropped.length, second.held.length], [2, 0]);
  assert.deepEqual(await store.upkeep.run(NOON), { dropped: [], held: [], removed: 0 });
  await backup.end();
});

test('what may be forgotten is removed although a window is held', async (t) => {
  const { store, url: own } = await openTestStore(t);
  await openPartitions(own).ensure('oidc_states', later(NOON, -10 * DAY));
  await store.inTransaction(['authnRequests'], ({ authnRequests }) =>
    authnRequests.rememberNew(['_old'], later(NOON, -HOUR)),
  );
  const backup = await connect(own);
  await backup.query('begin; select count(*) from oidc_states');
  const { held, removed } = await store.upkeep.run(NOON);
  await backup.end();
  assert.deepEqual([held.length, removed], [1, 1]);
});
