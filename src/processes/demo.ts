// `npm start`: the platform, the simulated outside world and the demo people, in one process.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings, SettingsFailure } from '../config/load.ts';
import type { Settings } from '../config/settings.ts';
import { removeEmbeddedPostgres } from '../outside/postgres/embedded.ts';
import { EmbeddedPostgresFailure } from '../outside/postgres/failure.ts';
import { embeddedFolder, openDatabase } from './database.ts';
import { demoPorts, demoWorldOf } from './demo-world.ts';
import { readKeyFile, writeKeyFile } from './keys/key-file.ts';
import { makeKeySet } from './keys/make-keys.ts';
import { prepareDatabase } from './prepare-database.ts';
import { loadKeys, openLog, ServeFailure, serve } from './serve.ts';
import { startWorker } from './start-worker.ts';
import { untilAsked } from './until-asked.ts';

/** Runs the demo until it is asked to stop. Returns the exit code. */
export async function runDemo(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  try {
    const { values } = parseArgs({ args: [...argv], options: { reset: { type: 'boolean' } } });
    const settings = demoSettings(environment);
    if (values.reset) await reset(settings);
    const stop = await startDemo(settings, say);
    await untilAsked();
    say('\nStopping …');
    await stop();
    return 0;
  } catch (error) {
    const told = explain(error);
    if (told === null) throw error;
    process.stderr.write(`${told}\n`);
    return error instanceof TypeError ? 2 : 1;
  }
}

function explain(error: unknown): string | null {
  if (error instanceof ServeFailure) return `${error.message}\n${error.next}`;
  if (error instanceof SettingsFailure)
    return `${error.message}\nMend these settings: docs/reference/settings.md has them all.`;
  if (error instanceof EmbeddedPostgresFailure) return `${error.message}\nnpx sluis doctor says more.`;
  if (error instanceof TypeError && 'code' in error)
    return `${error.message}\nnpm start -- --reset begins again with an empty demo.`;
  return null;
}

/** The demo's own choices; what the environment says goes first. Its log is quiet, so that the personas stay in view. */
function demoSettings(environment: NodeJS.ProcessEnv): Settings {
  const ports = demoPorts(loadSettings(environment));
  return loadSettings({
    SLUIS_MAIL_URL: `smtp://localhost:${ports.smtp}`,
    SLUIS_LOG_LEVEL: 'warn',
    SLUIS_NUMBER_IN_MAIL: 'true',
    ...environment,
    SLUIS_DEMO: 'true',
  });
}

async function reset(settings: Settings): Promise<void> {
  if (settings.databaseUrl !== null) {
    throw new ServeFailure(
      '--reset empties the embedded database only.',
      'Empty the database of SLUIS_DATABASE_URL yourself, then start without --reset.',
    );
  }
  removeEmbeddedPostgres(embeddedFolder(settings));
  await rm(join(settings.dataFolder, 'simulators'), { recursive: true, force: true });
  await rm(settings.keyFile, { force: true });
}

async function startDemo(settings: Settings, say: (line: string) => void): Promise<() => Promise<void>> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.reverse()) await close();
  };
  try {
    const database = await openDatabase(settings, say);
    closing.push(database.close);
    const prepared = await prepareDatabase(database.url, new Date());
    if (prepared.kind === 'refused') throw new ServeFailure(prepared.what, prepared.next);
    if ((await readKeyFile(settings.keyFile)).kind === 'missing')
      await writeKeyFile(settings.keyFile, await makeKeySet(new Date()));
    const keys = await loadKeys(settings);
    const log = openLog(settings);
    const serving = await serve({
      settings,
      databaseUrl: database.url,
      keys,
      log,
      demo: await demoWorldOf(settings),
    });
    closing.push(serving.close);
    const { openDemoSites, seedDemo, welcome } = await import('../../seed/index.ts');
    const ports = demoPorts(settings);
    const sites = await openDemoSites({
      ports,
      platform: settings.origin,
      folder: join(settings.dataFolder, 'simulators'),
    });
    closing.push(sites.close);
    const personas = await seedDemo({
      store: serving.store,
      databaseUrl: database.url,
      settings,
      sites,
      clock: () => new Date(),
    });
    const worker = startWorker({ store: serving.store, settings, log });
    closing.push(worker.stop);
    say(welcome({ platform: settings.origin, sites, personas }));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

if (import.meta.main) process.exitCode = await runDemo(process.argv.slice(2), process.env);
