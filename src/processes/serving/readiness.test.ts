import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { freshDatabase } from '../../../test/support/database.ts';
import { openDatabaseProxy } from '../../../test/support/database-proxy.ts';
import { testKeys } from '../../../test/support/open-test-store.ts';
import { openStore } from '../../store/index.ts';
import { openReadiness, whyNotReady } from './readiness.ts';

async function asServer(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

test('a process is ready when a login would work: not without the database, nor while it takes no writes or is older', async (t) => {
  const { url } = await freshDatabase(t);
  const proxy = await openDatabaseProxy(url);
  const store = await openStore({ url: proxy.url, keys: testKeys(), poolSize: 1 });
  t.after(async () => {
    await store.close();
    await proxy.close();
  });
  assert.equal(await whyNotReady(store), null);

  const name = new URL(url).pathname.slice(1);
  await asServer(url, `alter database ${name} set default_transaction_read_only = on`);
  proxy.cut();
  proxy.pass();
  await whyNotReady(store);
  assert.equal(await whyNotReady(store), 'the database takes no writes');
  await asServer(
    url,
    `set transaction_read_only = off; alter database ${name} reset default_transaction_read_only`,
  );
  proxy.cut();
  proxy.pass();
  await whyNotReady(store);

  await asServer(url, 'update migrations set number = number + 5000 where number = 15');
  assert.match((await whyNotReady(store)) ?? '', /schema/);
  await asServer(url, 'update migrations set number = number - 5000 where number > 5000');
  assert.equal(await whyNotReady(store), null);

  proxy.cut();
  assert.match((await whyNotReady(store)) ?? '', /does not answer \((ECONNRESET|ECONNREFUSED)\)/);
  proxy.pass();
  assert.equal(await whyNotReady(store), null);
});

test('a process whose clock is minutes wrong is not ready, and says so once', async () => {
  const lines: unknown[] = [];
  const log = {
    warn: (what: unknown) => void lines.push(what),
    info: (what: unknown) => void lines.push(what),
  };
  let aheadMilliseconds = 4000;
  const look = async () => ({ isReadOnly: false, isMigrated: true, aheadMilliseconds });
  const isReady = openReadiness({ look }, log);
  assert.equal(await isReady(), true);
  aheadMilliseconds = -600_000;
  assert.equal(await isReady(), false);
  aheadMilliseconds = -601_000;
  assert.equal(await isReady(), false);
  assert.deepEqual(lines, [{ reason: 'the clock of this machine is 600 s behind that of the database' }]);
  aheadMilliseconds = 0;
  assert.equal(await isReady(), true);
  assert.deepEqual(lines.slice(1), ['ready again']);
});
