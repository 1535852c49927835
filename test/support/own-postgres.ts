import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { locateBinaries } from '../../src/outside/postgres/binaries.ts';
import { SYSTEM_FOLDER } from '../../src/outside/postgres/place.ts';
import { dyingWithUs, freePort } from '../../src/outside/postgres/server.ts';
import { type ServerUser, serverUser, spawnAs } from '../../src/outside/postgres/system-user.ts';
import type { TestServer } from './database.ts';
import { serverFolder } from './server-folder.ts';
import { toolPath } from './tools.ts';

const READY = 'ready to accept connections';

/** Whose programs: those that come with npm, or those of the system. */
export type PostgresMaker = 'npm' | 'debian';

/** A server of a test's own. The address is that of an ordinary role that may create databases and nothing more. */
export type OwnPostgres = TestServer & {
  /** Runs one statement as the superuser. */
  ask<Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]>;
  /** The process that runs now. */
  running(): ChildProcess;
  /** Starts it on the same files and port, once the process before has ended. */
  startAgain(): Promise<void>;
};

/** Makes an empty cluster and runs it with these settings. */
export async function startOwnPostgres(
  maker: PostgresMaker,
  settings: Readonly<Record<string, string>>,
): Promise<OwnPostgres> {
  const folder = serverFolder(`sluis-${maker}-`);
  const user = serverUser(folder);
  if (user.kind === 'other') chownSync(folder, user.uid, user.gid);
  const programs = programsOf(maker, user);
  const cluster = join(folder, 'cluster');
  const made = spawnSync(
    programs.initdb,
    [`--pgdata=${cluster}`, '--username=admin', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'],
    { ...spawnAs(user), encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const all = { listen_addresses: '127.0.0.1', port: `${port}`, unix_socket_directories: '', ...settings };
  const choices = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, ...first] = dyingWithUs(programs.postgres);
  const start = () =>
    spawn(program, [...first, '-D', cluster, ...choices], {
      ...spawnAs(user),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  let server = start();
  const stop = async () => {
    await ended(server, 'SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  const asAdmin = <Row extends pg.QueryResultRow>(text: string) =>
    ask<Row>(`postgres://admin@127.0.0.1:${port}/postgres`, text);
  try {
    await untilSaid(server, READY);
    await asAdmin('create role app login createdb nosuperuser');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `postgres://app@127.0.0.1:${port}/postgres`,
    ask: asAdmin,
    running: () => server,
    async startAgain() {
      server = start();
      await untilSaid(server, READY);
    },
    stop,
  };
}

/** Runs one statement on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

function programsOf(maker: PostgresMaker, user: ServerUser) {
  if (maker === 'npm') return locateBinaries(user, SYSTEM_FOLDER);
  const bin = dirname(toolPath('postgresql'));
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

/** Resolves when the server says these words. */
export function untilSaid(server: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-10_000);
      if (said.includes(words)) resolve();
    });
    server.once('exit', () => reject(new Error(`it ended: ${said}`)));
    server.once('error', reject);
  });
}

/** Asks the server to end, and waits until it has. */
export function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}
