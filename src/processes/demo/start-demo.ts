import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../config/settings.ts';
import { readKeyFile, writeKeyFile } from '../../files/keys/key-file.ts';
import { removeEmbeddedPostgres } from '../../outside/postgres/embedded.ts';
import { EmbeddedPostgresFailure } from '../../outside/postgres/failure.ts';
import { embeddedFolder, type OpenDatabase, openDatabase } from '../database/database.ts';
import { explainDatabase } from '../database/explain-database.ts';
import { explainSystem } from '../database/explain-system.ts';
import { prepareDatabase } from '../database/prepare-database.ts';
import { loadKeys } from '../keys/load-keys.ts';
import { makeKeySet } from '../keys/make-keys.ts';
import type { PortKeys } from '../serving/certificate-port.ts';
import { openLog } from '../serving/open-log.ts';
import { serve } from '../serving/serve.ts';
import { ServeFailure } from '../serving/serve-failure.ts';
import { startWorker } from '../working/start-worker.ts';
import { demoPorts, demoWorldOf } from './demo-world.ts';
import { keepTravelled, travelFile } from './time-travel.ts';

/** What went wrong and what to do, where that is known; `null` for a bug. */
export function explainFailure(error: unknown): string | null {
  if (error instanceof ServeFailure) return `${error.message}\n${error.next}`;
  if (error instanceof EmbeddedPostgresFailure) return `${error.message}\nbin/sluis doctor says more.`;
  const trouble = explainSystem(error) ?? explainDatabase(error);
  return trouble === null ? null : `${trouble.what}\n${trouble.next}`;
}

/** What only the demo keeps: the keys of its member states. */
function simulatorFolder(settings: Settings): string {
  return join(settings.dataFolder, 'simulators');
}

/** Throws away what the demo kept. */
export async function resetDemo(settings: Settings): Promise<void> {
  if (settings.databaseUrl !== null) {
    throw new ServeFailure(
      '--reset empties the embedded database only.',
      'Empty the database of SLUIS_DATABASE_URL yourself, then start without --reset.',
    );
  }
  removeEmbeddedPostgres(embeddedFolder(settings));
  await rm(simulatorFolder(settings), { recursive: true, force: true });
  await rm(travelFile(settings.dataFolder), { force: true });
  await rm(settings.keyFile, { force: true });
}

/** A demo that runs. `lost` comes with why, when its database ended and cannot be started again. */
export type RunningDemo = { readonly lost: OpenDatabase['lost']; stop(): Promise<void> };

/** Starts everything and says where it is; `travelled` says how far the clock was shifted. */
export async function startDemo({
  settings,
  travelled,
  say,
}: {
  readonly settings: Settings;
  readonly travelled: number;
  readonly say: (line: string) => void;
}): Promise<RunningDemo> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.reverse()) await close();
  };
  try {
    const database = await openDatabase(settings, say);
    closing.push(database.close);
    const prepared = await prepareDatabase(database, new Date());
    if (prepared.kind !== 'ready') throw new ServeFailure(prepared.what, prepared.next);
    if ((await readKeyFile(settings.keyFile)).kind === 'missing')
      await writeKeyFile(settings.keyFile, await makeKeySet(new Date()));
    const keys = await loadKeys(settings);
    const log = openLog(settings);
    const demo = await demoWorldOf(settings);
    const isDemoFolder = database.kind === 'embedded' && existsSync(simulatorFolder(settings));
    const { url: databaseUrl, upkeepUrl } = database;
    let isWhole = false;
    const isOpen = () => isWhole;
    const certificateKeys = await portKeys(settings);
    const serving = await serve({
      ...{ settings, databaseUrl, upkeepUrl, keys, log, demo, isDemoFolder, isOpen, certificateKeys },
    });
    closing.push(serving.close);
    await keepTravelled(settings.dataFolder, travelled);
    const { openDemoSites, seedDemo, welcome } = await import('../../../seed/index.ts');
    const sites = await openDemoSites({
      ports: demoPorts(settings),
      platform: settings.origin,
      folder: simulatorFolder(settings),
    });
    closing.push(sites.close);
    const { store } = serving;
    const { clock } = store;
    const personas = await seedDemo({ store, databaseUrl, upkeepUrl, settings, sites, clock });
    const worker = startWorker({ store, settings, log });
    closing.push(worker.stop);
    isWhole = true;
    const journey = travelled > 0 ? journeyOf(new Date()) : null;
    say(welcome({ platform: settings.origin, sites, personas, journey }));
    return { lost: database.lost, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the port for client certificates shows: the authority of the demo issued it too. */
async function portKeys(settings: Settings): Promise<PortKeys> {
  const { readOrMakeAuthority, writeIssued } = await import('../../../seed/index.ts');
  const origin = `http://localhost:${demoPorts(settings).authority}`;
  const { port } = await readOrMakeAuthority(simulatorFolder(settings), { origin }, new Date());
  return writeIssued(port);
}

function journeyOf(now: Date): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(now);
  return `This demo travelled in time: it lives on ${day}. --reset brings it back to today.`;
}
