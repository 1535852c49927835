import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { type DemoSites, openDemoSites, seedDemo } from '../../seed/index.ts';
import { loadSettings } from '../../src/config/load.ts';
import { writeKeyFile } from '../../src/files/keys/key-file.ts';
import { loadKeys } from '../../src/processes/keys/load-keys.ts';
import { makeKeySet } from '../../src/processes/keys/make-keys.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { freshDatabase } from './database.ts';

/** The demo with its ninety days behind it, on a database of its own. */
export type SeededDemo = {
  readonly store: Store;
  readonly sites: DemoSites;
  /** The moment at which it lives. */
  readonly now: Date;
  /** Seeds it once more. */
  seedAgain(): Promise<unknown>;
};

const closing: (() => Promise<void>)[] = [];
let opened: Promise<SeededDemo> | null = null;
after(async () => {
  for (const close of closing.reverse()) await close();
});

/** The demo as it is seeded, made once for all test files of this process, which look at it and change nothing. */
export function seededDemo(): Promise<SeededDemo> {
  opened ??= openDemo();
  return opened;
}

async function openDemo(): Promise<SeededDemo> {
  const now = new Date();
  const database = await freshDatabase({ after: (work) => void closing.push(work) });
  const folder = await mkdtemp(join(tmpdir(), 'sluis-demo-'));
  const settings = loadSettings({ SLUIS_DATA: folder, SLUIS_KEYS: join(folder, 'keys.json') });
  await writeKeyFile(settings.keyFile, await makeKeySet(now));
  const { store: keys } = await loadKeys(settings);
  const store = await openStore({ url: database.url, keys, clock: () => now });
  const ports = { klip: 0, gipod: 0, geopunt: 0, europe: 0, fas: 0, authority: 0, inbox: 0, smtp: 0 };
  const sites = await openDemoSites({ ports, platform: 'http://localhost:1', folder });
  closing.push(() => rm(folder, { recursive: true }), store.close, sites.close);
  const seedAgain = () => seedDemo({ store, databaseUrl: database.url, settings, sites, clock: () => now });
  await seedAgain();
  return { store, sites, now, seedAgain };
}
