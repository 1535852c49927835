import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeOptions } from '../../bin/node-options.mjs';
import { writeKeyFile } from '../../src/files/keys/key-file.ts';
import { startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { makeKeySet } from '../../src/processes/keys/make-keys.ts';
import { type OpenKeys, openKeys } from '../../src/processes/keys/open-keys.ts';
import { migrate, openStore, type Store } from '../../src/store/index.ts';
import { freePort, type Measured, startMeasured } from '../processes/measured.ts';
import { openPostgresCpu } from '../processes/postgres-cpu.ts';
import { type Country, openCountry } from './country.ts';
import { type People, putPeople } from './people.ts';

/** A platform in a process of its own, on a database of its own, and everything that a login needs around it. */
export type World = {
  readonly origin: string;
  readonly platform: Measured;
  readonly environment: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly store: Store;
  readonly keys: OpenKeys;
  readonly country: Country;
  readonly people: People;
  /** CPU of PostgreSQL so far, in milliseconds. */
  postgresCpu(): number | null;
  close(): Promise<void>;
};

/**
 * Opens the world. The database is the embedded PostgreSQL as it is in production: what is committed is on disk. `settings` are those of the
 * platform besides the usual ones.
 */
export async function openWorld(
  options: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-'));
  const database = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  const closing: (() => Promise<void>)[] = [
    async () => rmSync(folder, { recursive: true, force: true }),
    async () => {
      await database.stop();
      rmSync(database.folder, { recursive: true, force: true });
    },
  ];
  const close = async () => {
    for (const end of closing.reverse()) await end();
  };
  try {
    await migrate(database.url, new Date());
    const keySet = await makeKeySet(new Date());
    await writeKeyFile(join(folder, 'keys.json'), keySet);
    const keys = openKeys(keySet);
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const environment = {
      SLUIS_PORT: String(port),
      SLUIS_ORIGIN: origin,
      SLUIS_DATABASE_URL: database.url,
      SLUIS_KEYS: join(folder, 'keys.json'),
      SLUIS_DATA: folder,
      SLUIS_REQUESTS_PER_MINUTE: '1000000',
      NODE_ENV: 'production',
      ...settings,
    };
    const store = await openStore({
      url: database.url,
      keys: keys.store,
      poolSize: 2,
      clock: () => new Date(),
    });
    closing.push(store.close);
    const country = await openCountry({
      entityId: `${origin}/eidas/metadata`,
      acsUrl: `${origin}/eidas/acs`,
      certificate: keys.eidas.encryptionCertificates.at(-1) ?? '',
    });
    await store.countries.put(country.described);
    const people = await putPeople(store);
    const postgresCpu = await openPostgresCpu(database.url);
    const platform = await startPlatform(environment, options);
    closing.push(platform.stop);
    const databaseUrl = database.url;
    return {
      origin,
      platform,
      environment,
      databaseUrl,
      store,
      keys,
      country,
      people,
      postgresCpu,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts `sluis serve` itself: what is measured is what runs. */
export function startPlatform(
  environment: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<Measured> {
  const entry = 'src/processes/command-line/command-line.ts';
  return startMeasured({
    entry,
    args: ['serve'],
    environment,
    until: 'Sluis serves',
    options: [...nodeOptions, ...options],
  });
}
