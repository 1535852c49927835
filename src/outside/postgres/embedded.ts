import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { locateBinaries } from './binaries.ts';
import { EmbeddedPostgresFailure } from './failure.ts';
import { locatePlace, type Place, preparePlace, SYSTEM_FOLDER, urlOf } from './place.ts';
import { isAlive, readPostmaster } from './postmaster-file.ts';
import { freePort, initialise, send, startServer, stopServer, waitForRunning } from './server.ts';

const DATABASE = 'sluis';

export type EmbeddedPostgresOptions = {
  /** Where the data is kept between runs. */
  readonly folder: string;
  /** TCP port on 127.0.0.1; a free one when not given. */
  readonly port?: number;
  /** `false` for tests: nothing is forced to disk. */
  readonly durable?: boolean;
  /** Hears, in a sentence, what the person at the terminal should know. */
  readonly say?: (line: string) => void;
};

export type EmbeddedPostgres = {
  /** `postgres://…` of the database `sluis`, as a superuser. Secret: it holds the password. */
  readonly url: string;
  /** Where the data is: not always the folder asked for (see `say`). */
  readonly folder: string;
  /** Whether this process started the server, or joined one that another process of this machine runs on the same folder. */
  readonly kind: 'started' | 'joined';
  /** Ends the server if this process started it. May be called twice. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL that comes with the npm packages on a data folder, or joins the one that already runs there.
 * Throws `EmbeddedPostgresFailure`, whose message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = locatePlace(options.folder);
  if (place.insteadOf !== null) {
    options.say?.(`The database is in ${place.folder}: its system user cannot enter ${place.insteadOf}.`);
  }
  const running = await waitForRunning(place);
  if (running !== null) return attach(place, running);
  prepare(place);
  const durable = options.durable ?? true;
  const binaries = locateBinaries(place.user, SYSTEM_FOLDER);
  initialise(place, binaries, durable);
  const port = options.port ?? (await freePort());
  try {
    return await own(place, await startServer(place, binaries, port, durable), port);
  } catch (error) {
    // Another process may have been a moment quicker on the same folder.
    const other = error instanceof EmbeddedPostgresFailure ? await waitForRunning(place) : null;
    if (other === null) throw error;
    return attach(place, other);
  }
}

/** Deletes the data of a folder for good. Refuses while a server runs on it. */
export function removeEmbeddedPostgres(folder: string): void {
  const place = locatePlace(folder);
  if (readPostmaster(place.cluster) !== null) {
    throw new EmbeddedPostgresFailure(
      `A database runs on ${place.folder}. End the process that started it, then try again.`,
    );
  }
  rmSync(place.folder, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function prepare(place: Place): void {
  try {
    preparePlace(place);
  } catch (cause) {
    throw new EmbeddedPostgresFailure(
      `The data folder ${place.folder} cannot be used (${cause instanceof Error ? cause.message : cause}). ` +
        'Start as the user who owns it, or choose another folder (SLUIS_DATA).',
      { cause },
    );
  }
}

async function attach(place: Place, running: { pid: number; port: number }): Promise<EmbeddedPostgres> {
  const ownerFile = join(place.folder, 'owner');
  const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, 'utf8')) : null;
  if (owner === null || !isAlive(owner)) return own(place, running.pid, running.port);
  await makeDatabase(place, running.port);
  return {
    url: urlOf(place, running.port, DATABASE),
    folder: place.folder,
    kind: 'joined',
    stop: async () => {},
  };
}

async function own(place: Place, pid: number, port: number): Promise<EmbeddedPostgres> {
  writeFileSync(join(place.folder, 'owner'), String(process.pid), { mode: 0o600 });
  const endWithUs = () => send(pid, 'SIGINT');
  process.once('exit', endWithUs);
  await makeDatabase(place, port);
  const stop = async () => {
    await stopServer(place, pid);
    process.off('exit', endWithUs);
  };
  return { url: urlOf(place, port, DATABASE), folder: place.folder, kind: 'started', stop };
}

async function makeDatabase(place: Place, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
