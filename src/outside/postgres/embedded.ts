import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { codeOf } from '../../base/error-code.ts';
import { locateBinaries, packageFolder } from './binaries.ts';
import { EmbeddedPostgresFailure } from './failure.ts';
import { type GranteeUrls, granteeUrls, makeGrantees } from './grantees.ts';
import { type KeptServer, keepServer } from './keep-server.ts';
import { locatePlace, type Place, preparePlace, SYSTEM_FOLDER, urlOf } from './place.ts';
import { isAlive, readPostmaster } from './postmaster-file.ts';
import {
  freePort,
  fullDisk,
  initialise,
  isDiskFull,
  ownerOf,
  send,
  startServer,
  stopServer,
  waitForRunning,
} from './server.ts';
import { watchOther } from './watch-other.ts';

const DATABASE = 'sluis';
const ANSWER_WITHIN_MILLISECONDS = 30_000;
const JOIN_TRIES = 200;
const JOIN_AFTER_MILLISECONDS = 25;
/** admin_shutdown, cannot_connect_now, and what a socket says when nobody is there any more. */
const GOING = ['57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'];
/** duplicate_database, and the same seen by the index when two were quick. */
const MADE_BY_ANOTHER = ['42P04', '23505'];

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
  /** The same for each of the roles that Sluis works with, none of them a superuser. */
  readonly urls: GranteeUrls;
  /** Where the data is: not always the folder asked for (see `say`). */
  readonly folder: string;
  /** Whether this process started the server, or joined one that another process of this machine runs on the same folder. */
  readonly kind: 'started' | 'joined';
  /** Comes when the server ended by itself and cannot be started again, or when the process ended whose server was joined. */
  readonly lost: Promise<EmbeddedPostgresFailure>;
  /** Ends the server if this process started it. May be called twice. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL that comes with the npm packages on a data folder, or joins the one that already runs there.
 * Throws `EmbeddedPostgresFailure`, whose message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  // Where there is none, nothing is made for it.
  packageFolder();
  const place = locatePlace(options.folder);
  if (place.insteadOf !== null) {
    options.say?.(
      `The database is in ${place.folder}: its system user cannot enter ${place.insteadOf}. It stays when the clone goes; ${SYSTEM_FOLDER} can be deleted then.`,
    );
  }
  const joined = await join(place);
  if (joined !== null) return joined;
  prepare(place);
  const durable = options.durable ?? true;
  const binaries = locateBinaries(place.user, SYSTEM_FOLDER);
  initialise(place, binaries, durable);
  const port = options.port ?? (await freePort());
  try {
    const start = () => startServer(place, binaries, port, durable);
    return await own({ place, port, start, say: options.say ?? (() => {}) });
  } catch (error) {
    // Another process may have been a moment quicker on the same folder.
    const other = error instanceof EmbeddedPostgresFailure ? await join(place) : null;
    if (other === null) throw error;
    return other;
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
    if (isDiskFull(String(cause))) throw fullDisk(place);
    throw new EmbeddedPostgresFailure(
      `The data folder ${place.folder} cannot be used (${cause instanceof Error ? cause.message : cause}). ` +
        'Start as the user who owns it, or choose another folder (SLUIS_DATA).',
      { cause },
    );
  }
}

/** Joins the server that another process runs here; `null` when there is none. One whose owner died is ended first. */
async function join(place: Place): Promise<EmbeddedPostgres | null> {
  for (let tries = 0; tries < JOIN_TRIES; tries += 1) {
    const running = await waitForRunning(place);
    if (running === null) return null;
    const owner = ownerOf(place);
    if (owner !== null && !isAlive(owner)) await stopServer(place, running.pid);
    else if (await answers(place, running.port)) {
      const url = urlOf(place, running.port, DATABASE);
      const { lost, stop } = watchOther(place, { port: running.port, owner });
      return { url, urls: granteeUrls(url), folder: place.folder, kind: 'joined', lost, stop };
    }
    await wait(JOIN_AFTER_MILLISECONDS);
  }
  throw new EmbeddedPostgresFailure(
    `A database runs on ${place.folder} and does not answer. End the process that started it, then try again.`,
  );
}

/** Whether a server answers; not, while it is on its way out. */
async function answers(place: Place, port: number): Promise<boolean> {
  try {
    await makeDatabase(place, port);
    return true;
  } catch (error) {
    if (isCode(error, ...GOING)) return false;
    throw error;
  }
}

async function own(setting: KeptServer): Promise<EmbeddedPostgres> {
  const { place, port } = setting;
  const kept = await keepServer(setting);
  const endWithUs = () => send(kept.pid(), 'SIGINT');
  process.once('exit', endWithUs);
  await makeDatabase(place, port);
  const stop = async () => {
    await kept.stop();
    process.off('exit', endWithUs);
  };
  const url = urlOf(place, port, DATABASE);
  return { url, urls: granteeUrls(url), folder: place.folder, kind: 'started', lost: kept.lost, stop };
}

async function makeDatabase(place: Place, port: number): Promise<void> {
  try {
    await onServer(urlOf(place, port, 'postgres'), async (client) => {
      const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
      if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
    });
  } catch (error) {
    if (!isCode(error, ...MADE_BY_ANOTHER)) throw error;
  }
  const url = urlOf(place, port, DATABASE);
  await onServer(url, (client) => client.query(makeGrantees(url)));
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_WITHIN_MILLISECONDS,
    query_timeout: ANSWER_WITHIN_MILLISECONDS,
  });
  // A server on its way out ends the session: whoever waits for a statement hears of it there.
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(error) ?? '');
}
