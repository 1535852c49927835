import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { freshDatabase } from '../../../test/support/database.ts';
import { loadSettings } from '../../config/load.ts';
import { writeKeyFile } from '../../files/keys/key-file.ts';
import { openStore } from '../../store/index.ts';
import { makeKeySet } from '../keys/make-keys.ts';
import { openKeys } from '../keys/open-keys.ts';
import { checkNumbers } from './numbers.ts';

const now = () => new Date('2026-11-22T12:00:00Z');

test('numbers that were given are counted, and one that is gone is told, with other keys as well', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-numbers-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const { url } = await freshDatabase({ after: (work) => t.after(work) });
  const keySet = await makeKeySet(now());
  const files = { own: join(folder, 'own.json'), other: join(folder, 'other.json') };
  await writeKeyFile(files.own, keySet);
  await writeKeyFile(files.other, await makeKeySet(now()));
  const check = async (file: string) =>
    checkNumbers(loadSettings({ SLUIS_DATABASE_URL: url, SLUIS_KEYS: file, SLUIS_DATA: folder }), now);

  const store = await openStore({ url, keys: openKeys(keySet).store, poolSize: 1, clock: now });
  const ask = { birthDate: { year: 1985, month: 7, day: 30 }, sex: null };
  await store.inTransaction(['numbers'], ({ numbers }) => numbers.assign(ask, { case: 'case-1', at: now() }));
  await store.close();
  const sound = await check(files.own);
  const numbers = sound.find(({ point }) => point === 'numbers');
  assert.deepEqual(numbers, { verdict: 'ok', point: 'numbers', what: '1 BIS numbers given, 0 skipped' });
  assert.deepEqual(new Set(sound.map(({ verdict }) => verdict)), new Set(['ok']));
  assert.equal((await check(files.other))[0]?.verdict, 'fail');

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('alter table assigned_numbers disable trigger all; delete from assigned_numbers');
  await client.end();
  const found = (await check(files.own)).find(({ point }) => point === 'numbers');
  assert.equal(found?.verdict, 'fail');
  assert.match(found.what, /1 counters are not explained/);
  assert.deepEqual(await check(join(folder, 'none.json')), []);
});
