import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { freshDatabase } from '../../../test/support/database.ts';
import { openDatabaseProxy, SESSION_ENDED } from '../../../test/support/database-proxy.ts';
import { NOON, openTestStore, personWith, testKeys } from '../../../test/support/open-test-store.ts';
import { openTlsFront } from '../../../test/support/tls-front.ts';
import { migrate, openStore, readSchemaState } from '../index.ts';
import { Connection, onOneConnection, SilentConnection } from './connection.ts';
import { copyIn } from './copy-in.ts';
import { openPool } from './pool.ts';
import { queriesOn } from './queries.ts';
import { runInTransaction } from './transaction.ts';

const { url } = await freshDatabase({ after });

/** Ends every other session of the database, as a planned switchover does; they are gone when it resolves. */
async function endAll(at = url): Promise<void> {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`);
  await client.end();
  // What their last words were is read before anything goes on.
  await new Promise((resolve) => setImmediate(resolve));
}

const ask = { name: 'test.ask', text: 'select 1 as one' };

/** Each connection that was ended may take one statement with it, where its last words were not read yet: no more than a pool holds. */
async function afterEnded<Answer>(use: () => Promise<Answer>): Promise<Answer> {
  for (let ended = 0; ended < 10; ended += 1)
    try {
      return await use();
    } catch (error) {
      assert.match(String(error), /terminat|ended|closed/i);
    }
  return use();
}

test('a session that is ended while it waits in the pool is replaced at the next use', async () => {
  const pool = openPool(url, 3);
  await Promise.all([1, 2, 3].map(() => queriesOn(pool).all(ask, [])));
  await endAll();
  assert.deepEqual(
    await queriesOn(pool)
      .all(ask, [])
      .catch(() => queriesOn(pool).all(ask, [])),
    [{ one: 1 }],
  );
  await pool.end();
});

test('a session that is ended with its last answer, when the next waits for it already, ends no process', async (t) => {
  const proxy = await openDatabaseProxy(url);
  t.after(proxy.close);
  const pool = openPool(proxy.url, 1);
  await queriesOn(pool).all(ask, []);
  for (let round = 0; round < 3; round += 1) {
    proxy.endWithNextAnswer(SESSION_ENDED);
    const first = runInTransaction(pool, (queries) => queries.all(ask, []));
    const next = runInTransaction(pool, (queries) => queries.all(ask, []));
    assert.deepEqual(await first, [{ one: 1 }]);
    await next.catch(() => {});
    assert.deepEqual(await queriesOn(pool).all(ask, []), [{ one: 1 }]);
  }
  await pool.end();
});

test('a session that is ended in its handshake is an error of whoever asked for it', async (t) => {
  const proxy = await openDatabaseProxy(url);
  t.after(proxy.close);
  const pool = openPool(proxy.url, 1);
  proxy.endWithNextAnswer(SESSION_ENDED);
  await assert.rejects(queriesOn(pool).all(ask, []));
  assert.deepEqual(await queriesOn(pool).all(ask, []), [{ one: 1 }]);
  await pool.end();
});

test('a session that is ended before, between, in and after the statements of a transaction fails that transaction alone', async (t) => {
  const { store, url: own } = await openTestStore(t);
  const moments: ((point: number) => Promise<void>)[] = [0, 1, 2].map(
    (chosen) => async (point) => (point === chosen ? endAll(own) : undefined),
  );
  for (const reach of moments) {
    const person = personWith();
    const work = store.inTransaction(['persons'], async ({ persons }) => {
      await reach(0);
      await persons.add(person);
      await reach(1);
      await persons.find(person.id);
      await reach(2);
    });
    await work.catch(() => {});
    const kept = await afterEnded(() => store.persons.find(person.id));
    const isDone = await work.then(
      () => true,
      () => false,
    );
    assert.equal(kept !== null, isDone, 'what was told is what is kept');
  }
  // It may fail before the sessions are all ended: it is heard from its beginning.
  const slow = store
    .inTransaction(['persons'], ({ persons }) => persons.find(personWith().id))
    .catch(() => {});
  await endAll(own);
  await slow;
  await afterEnded(() => store.demoMark.owner());
});

test('the end of every session while windows are made, changes are heard and migrations run ends no process', async (t) => {
  const { store, url: own, moveTo } = await openTestStore(t);
  for (let round = 0; round < 5; round += 1) {
    moveTo(new Date(+NOON + round * 40 * 86_400_000));
    const work = Promise.allSettled([
      store.audit.record({
        kind: 'login.abandoned',
        actor: { kind: 'unknown' },
        subject: null,
        purpose: 'login',
        details: {},
        correlation: 'K7PX-2M9D',
      } as never),
      store.upkeep.run(NOON),
      store.look(),
      migrate(own, NOON),
      readSchemaState(own),
    ]);
    await endAll(own);
    await work;
  }
  await store.look().catch(() => {});
  await store.look();
  await store.demoMark.owner();
});

test('a statement on a silent connection fails within its bound, and the connection is thrown away', async (t) => {
  const proxy = await openDatabaseProxy(url);
  t.after(proxy.close);
  const options = { connectionString: proxy.url, silentAfter: 200 };
  const connection = new Connection(options);
  await connection.connect();
  assert.equal((await connection.query('select 1 as one')).rows[0].one, 1);
  proxy.silenceOpen();
  await assert.rejects(connection.query('select 1'), SilentConnection);
  assert.equal(connection.isUsable, false);
  await connection.end();
  await proxy.whenEmpty();
  assert.equal((await onOneConnection(options, (fresh) => fresh.query('select 1 as one'))).rows[0].one, 1);
});

test('over TLS, too, statements are answered, rows copied, and a connection that falls silent is cut off', async (t) => {
  const proxy = await openDatabaseProxy(url);
  t.after(proxy.close);
  const front = await openTlsFront(t, proxy.url);
  const pool = openPool(front, 1);
  await queriesOn(pool).all(ask, []);
  assert.deepEqual(await runInTransaction(pool, (queries) => queries.all(ask, [])), [{ one: 1 }]);
  await pool.end();
  const connection = new Connection({ connectionString: front, silentAfter: 2_000 });
  await connection.connect();
  await connection.query('create temp table copied (place int, word text)');
  await copyIn(connection, 'copied', [
    [1, 'polder'],
    [2, null],
  ]);
  assert.equal((await connection.query('select from copied')).rowCount, 2);
  proxy.silenceOpen();
  await assert.rejects(connection.query('select 1'), SilentConnection);
  assert.equal(connection.isUsable, false);
  await connection.end();
  await proxy.whenEmpty();
});

test('rows that the database does not take are an error of the copy, and the connection goes on', async () => {
  await onOneConnection({ connectionString: url }, async (connection) => {
    await connection.query('create temp table copied (place int, word text)');
    await assert.rejects(copyIn(connection, 'copied', [['no number', 'dike']]), { code: '22P02' });
    await copyIn(connection, 'copied', [[1, 'a\tb\\c\nd\re']]);
    assert.equal((await connection.query('select word from copied')).rows[0].word, 'a\tb\\c\nd\re');
  });
});

test('a connection that is lost while rows are copied fails the copy', async (t) => {
  const proxy = await openDatabaseProxy(url);
  t.after(proxy.close);
  const connection = new Connection({ connectionString: proxy.url });
  await connection.connect();
  await connection.query('create temp table copied (place int, word text)');
  proxy.silenceOpen();
  const copied = copyIn(connection, 'copied', [[1, 'polder']]);
  proxy.cut();
  await assert.rejects(copied, /terminated|ECONNRESET/);
  await assert.rejects(copyIn(connection, 'copied', [[1, 'polder']]), /not queryable/);
  await connection.end();
});

test('a connection that answers late, while this process was busy, is not taken for a silent one', async () => {
  await onOneConnection({ connectionString: url, silentAfter: 50 }, async (connection) => {
    const answer = connection.query('select 1 as one');
    const until = performance.now() + 150;
    while (performance.now() < until);
    assert.equal((await answer).rows[0].one, 1);
  });
});

test('a goodbye that nobody hears is not waited for', async (t) => {
  const proxy = await openDatabaseProxy(url);
  t.after(proxy.close);
  const connection = new Connection({ connectionString: proxy.url });
  await connection.connect();
  proxy.silenceOpen();
  await connection.end();
  await proxy.whenEmpty();
});

test('a server that takes the connection and says nothing is an error, not a wait', async (t) => {
  const proxy = await openDatabaseProxy(url);
  t.after(proxy.close);
  proxy.silenceNew();
  const options = { connectionString: proxy.url, connectionTimeoutMillis: 200 };
  await assert.rejects(
    onOneConnection(options, async () => {}),
    /timeout/,
  );
});

test('when connections fall silent and new ones work, the store goes on with new ones by itself', async (t) => {
  const proxy = await openDatabaseProxy(url);
  const store = await openStore({ url: proxy.url, keys: testKeys(), poolSize: 4 });
  t.after(async () => {
    await store.close();
    await proxy.close();
  });
  await Promise.all([1, 2, 3, 4].map(() => store.demoMark.owner()));
  proxy.silenceOpen();
  await assert.rejects(store.look(), SilentConnection);
  const { isReadOnly } = await store.look();
  assert.equal(isReadOnly, false);
  // Nobody had to find out on a statement of their own.
  await Promise.all([1, 2, 3, 4].map(() => store.demoMark.owner()));
});
