import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/outside/postgres/embedded.ts';
import { migrate, readMigrations } from '../../src/store/index.ts';
import { overTcp } from './over-tcp.ts';
import { serverFolder } from './server-folder.ts';

/** A migrated, empty database of one test file or test. */
export type TestDatabase = {
  readonly url: string;
  /** The same database through the pooler of its server; `null` where there is none. */
  readonly poolerUrl: string | null;
  drop(): Promise<void>;
};

/** Whatever calls back when a test or a whole file is over: a test context, or `after` of `node:test` as `{ after }`. */
export type Ending = { after(work: () => Promise<void>): void };

/** A server to make test databases on. */
export type TestServer = {
  readonly url: string;
  readonly poolerUrl?: string | undefined;
  stop(): Promise<void>;
};

const TEMPLATE_LOCK = 7_316_420_812;
const END_SESSIONS =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = current_user';

/**
 * A fresh migrated database, copied from a template in some 50 ms; dropped when `ending` says so, or by `drop`. On the server
 * of `SLUIS_TEST_DATABASE_URL`, or on one that is started for this process alone.
 */
export async function freshDatabase(ending?: Ending, server?: TestServer): Promise<TestDatabase> {
  const { url, poolerUrl, stop } = server ?? (await givenServer());
  const name = `test_${randomBytes(8).toString('hex')}`;
  try {
    await onServer(url, async (client) => {
      const template = await ensureTemplate(url, client);
      // Its files as they are: page by page through the log costs half as much again.
      await client.query(`create database ${name} template ${template} strategy file_copy`);
    });
  } catch (error) {
    if (!server) await stop();
    throw error;
  }
  let dropped = false;
  const drop = async () => {
    if (dropped) return;
    dropped = true;
    await onServer(url, async (client) => {
      // Not `with (force)`: that fails for an ordinary role while the server cleans up in there by itself.
      await client.query(END_SESSIONS, [name]);
      await client.query(`drop database if exists ${name}`);
    });
    if (!server) await stop();
  };
  ending?.after(drop);
  const pooled = poolerUrl === undefined ? null : withDatabase(poolerUrl, name);
  return { url: withDatabase(url, name), poolerUrl: pooled, drop };
}

/** An empty database without any schema, for tests of the migrations themselves. */
export async function emptyDatabase(ending: Ending, server?: TestServer): Promise<TestDatabase> {
  const database = await freshDatabase(ending, server);
  await onServer(database.url, (client) => client.query('drop schema public cascade; create schema public'));
  return database;
}

/** The server of the run, or one for this process alone, until `stop`. */
export async function givenServer(): Promise<TestServer> {
  const { SLUIS_TEST_DATABASE_URL: url, SLUIS_TEST_POOLER_URL: poolerUrl } = process.env;
  if (url !== undefined) return { url, poolerUrl, stop: async () => {} };
  const folder = serverFolder('sluis-test-');
  const embedded = await startEmbeddedPostgres({ folder, durable: false });
  return {
    url: overTcp(embedded.url),
    async stop() {
      await embedded.stop();
      rmSync(embedded.folder, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes the template once per state of `migrations/`, whichever of the parallel test files comes first. */
async function ensureTemplate(url: string, client: pg.Client): Promise<string> {
  const version = createHash('sha256').update(JSON.stringify(readMigrations())).digest('hex').slice(0, 16);
  const name = `template_${version}`;
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const found = await client.query('select from pg_database where datname = $1', [name]);
  if (found.rowCount === 0) {
    await client.query(`drop database if exists ${name}_unfinished`);
    await client.query(`create database ${name}_unfinished`);
    // Whoever comes first may live at another clock; the database never does, and its windows are for all.
    const { SLUIS_TEST_SHIFT: shift = '0' } = process.env;
    const present = new Date(Date.now() - Number(shift));
    const outcome = await migrate(withDatabase(url, `${name}_unfinished`), present);
    if (outcome.kind !== 'migrated') throw new Error(`the template cannot be migrated: ${outcome.kind}`);
    await client.query(`alter database ${name}_unfinished rename to ${name}`);
  }
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  return name;
}

async function onServer<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
