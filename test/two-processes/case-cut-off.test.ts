import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { writeKeyFile } from '../../src/files/keys/key-file.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { makeKeySet } from '../../src/processes/keys/make-keys.ts';
import { openKeys } from '../../src/processes/keys/open-keys.ts';
import { migrate, openStore, type Store } from '../../src/store/index.ts';
import { application } from '../support/application-example.ts';
import { type CheckedCases, checkCases } from '../support/case-invariants.ts';
import { type CommandProcess, startProcess } from '../support/command-process.ts';
import { sharedFolder } from '../support/server-folder.ts';

/** After so many acts each process is cut off: in the middle of whatever its four lanes are at. */
const CUTS = [1, 5, 12, 23, 38, 57, 80, 131];

const sizeOf = (states: CheckedCases) => [...states.values()].reduce((sum, count) => sum + count, 0);

describe('casework that is cut off', { timeout: 240_000 }, () => {
  const folder = sharedFolder('sluis-cases-');
  let database: EmbeddedPostgres;
  let port = 0;
  let environment: Readonly<Record<string, string>> = {};
  let openTestedStore: () => Promise<Store>;
  const running: CommandProcess[] = [];

  const startDatabase = async () => {
    database = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), ...(port ? { port } : {}) });
    port = Number(new URL(database.url).port);
  };
  const startCausing = () => {
    const causing = startProcess([], environment, 'test/support/cause-cases.ts');
    running.push(causing);
    return causing;
  };
  const check = async () => {
    const store = await openTestedStore();
    try {
      return await checkCases(store, database.url);
    } finally {
      await store.close();
    }
  };

  before(async () => {
    await startDatabase();
    await migrate(database.url, new Date());
    const keySet = await makeKeySet(new Date());
    await writeKeyFile(join(folder, 'keys.json'), keySet);
    environment = {
      SLUIS_DATABASE_URL: database.url,
      SLUIS_KEYS: join(folder, 'keys.json'),
      SLUIS_DATA: folder,
    };
    openTestedStore = () =>
      openStore({ url: database.url, keys: openKeys(keySet).store, poolSize: 2, clock: () => new Date() });
    const store = await openTestedStore();
    await store.inTransaction(['applications'], ({ applications }) => applications.put(application('klip')));
    await store.close();
  });
  after(async () => {
    for (const each of running) await each.kill();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('in the processes that handle cases: each case stands as its last change left it, with its mails, link and number', async () => {
    for (let index = 0; index < CUTS.length; index += 2) {
      const acts = CUTS.slice(index, index + 2);
      const pair = acts.map(() => startCausing());
      await Promise.all(
        pair.map(async (each, place) => {
          await each.said('act\n', acts[place]);
          await each.kill();
        }),
      );
    }
    const states = await check();
    for (const place of ['draft', 'new-number', 'linked', 'refused', 'withdrawn'])
      assert.ok(states.has(place), `no case is ${place}: ${JSON.stringify([...states])}`);
  });

  test('by a crash of the database: what was committed is there whole, and work goes on', async () => {
    const causing = startCausing();
    await causing.said('act\n', 60);
    const pid = Number(readFileSync(join(database.folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
    await database.stop();
    await causing.kill();
    await startDatabase();
    const before = await check();
    const next = startCausing();
    await next.said('act\n', 60);
    await next.kill();
    const after = await check();
    assert.ok(sizeOf(after) > sizeOf(before));
  });
});
