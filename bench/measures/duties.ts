import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { migrate, openStore, type Store } from '../../src/store/index.ts';
import { doEveryDuty } from '../../test/support/every-duty.ts';
import { fillDuties } from '../../test/support/fill-duties.ts';
import { pagesTouched, recordStatements } from '../../test/support/record-statements.ts';
import type { Figure, Section } from '../report.ts';
import type { World } from '../world/open-world.ts';

/** Pages of 8 kB: some 16 MB, read in a blink. */
const MOST_PAGES = 2000;
const AT_ONCE = 100_000;

/** What every duty of a worker reads while so many cases, documents and mails are kept of which nothing is due: pages, the time beside. */
export async function measureDuties(
  world: World,
  options: { readonly rows: number; say(line: string): void },
): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-bench-duties-'));
  const database = await startEmbeddedPostgres({ folder });
  const client = new pg.Client({ connectionString: database.url });
  let store: Store | null = null;
  try {
    await migrate(database.url, new Date());
    await client.connect();
    const now = new Date();
    store = await openStore({ url: database.url, keys: world.keys.store, poolSize: 2, clock: () => now });
    for (let filled = 0; filled < options.rows; filled += AT_ONCE) {
      await fillDuties(client, store, Math.min(AT_ONCE, options.rows - filled));
      options.say(`${filled + AT_ONCE} of ${options.rows} rows`);
    }
    await client.query('vacuum analyze');
    const kept = store;
    const began = performance.now();
    const sent = await recordStatements(() => doEveryDuty(kept, now));
    const milliseconds = performance.now() - began;
    const read: (readonly [string, number])[] = [];
    for (const statement of sent) read.push([statement.name, await pagesTouched(client, statement)]);
    read.sort(([, one], [, other]) => other - one);
    const [, most = 0] = read[0] ?? [];
    const figures: Figure[] = [
      {
        name: 'pages of the dearest statement',
        value: most,
        unit: 'pages',
        limit: { most: MOST_PAGES },
      },
      { name: 'all duties once', value: milliseconds, unit: 'ms', limit: null },
    ];
    return {
      title: `Duties among ${options.rows} cases, documents and mails that are not due`,
      figures,
      table: read.slice(0, 12).map(([name, pages]) => [name, `${pages} pages`]),
    };
  } finally {
    await store?.close();
    await client.end();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
