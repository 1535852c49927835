import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { serverUser, spawnAs } from '../../src/outside/postgres/system-user.ts';
import type { TestServer } from './database.ts';
import { serverFolder } from './server-folder.ts';
import { toolPath } from './tools.ts';

/**
 * Starts the PostgreSQL of the system on an empty folder. Its address is that of an ordinary role that may create databases
 * and nothing more: what works there needs no superuser.
 */
export async function startDebianPostgres(): Promise<TestServer> {
  const bin = dirname(toolPath('postgresql'));
  const folder = serverFolder('sluis-debian-');
  const user = serverUser(folder);
  if (user.kind === 'other') chownSync(folder, user.uid, user.gid);
  const cluster = join(folder, 'cluster');
  const made = spawnSync(
    join(bin, 'initdb'),
    [`--pgdata=${cluster}`, '--username=admin', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'],
    { ...spawnAs(user), encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
    { ...spawnAs(user), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const stop = async () => {
    await ended(server, 'SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(server);
    await asAdmin(port, 'create role app login createdb nosuperuser');
    return { url: `postgres://app@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function asAdmin(port: number, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: `postgres://admin@127.0.0.1:${port}/postgres` });
  await client.connect();
  await client.query(text);
  await client.end();
}

/** Resolves when the server says that it takes connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-10_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`postgres ended: ${said}`)));
    server.once('error', reject);
  });
}

function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
