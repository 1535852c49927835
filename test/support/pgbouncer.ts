import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/outside/postgres/server.ts';
import { serverUser, spawnAs } from '../../src/outside/postgres/system-user.ts';
import type { TestServer } from './database.ts';
import { ended, startOwnPostgres, untilSaid } from './own-postgres.ts';
import { toolPath } from './tools.ts';

export type PoolerMode = 'session' | 'transaction' | 'statement';

/** Sessions for each database: fewer than a store has connections, so that they are shared. */
const SESSIONS = 4;

/** What the how-to has a role set up with. */
const SET_UP = [
  'statement_timeout = 8000',
  'idle_in_transaction_session_timeout = 30000',
  "timezone = 'UTC'",
  'jit = off',
];

/** Starts a PgBouncer before the server of this address, for its role; the address is the same through it. */
export async function startPgBouncer(url: string, mode: PoolerMode = 'transaction'): Promise<TestServer> {
  const target = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'sluis-pooler-'));
  const port = await freePort();
  const files = {
    'users.txt': `"${target.username}" "${decodeURIComponent(target.password)}"\n`,
    'pgbouncer.ini': `[databases]
* = host=${target.hostname} port=${target.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, 'users.txt')}
pool_mode = ${mode}
default_pool_size = ${SESSIONS}
max_client_conn = 500
`,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  // Like PostgreSQL it does not run as root.
  const user = serverUser(folder);
  if (user.kind === 'other')
    for (const name of ['', ...Object.keys(files)]) chownSync(join(folder, name), user.uid, user.gid);
  const pooler = spawn(toolPath('pgbouncer'), [join(folder, 'pgbouncer.ini')], {
    ...spawnAs(user),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = async () => {
    await ended(pooler, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilSaid(pooler, 'process up');
  } catch (error) {
    await stop();
    throw error;
  }
  target.hostname = '127.0.0.1';
  target.port = String(port);
  return { url: target.href, stop };
}

/** The PostgreSQL of Debian, its role set up for a pooler, and a PgBouncer before it. */
export async function startPooledPostgres(): Promise<TestServer & { readonly poolerUrl: string }> {
  // In a zone of its own, so that what the role is set up with is seen.
  const server = await startOwnPostgres('debian', {
    fsync: 'off',
    full_page_writes: 'off',
    timezone: 'Europe/Brussels',
  });
  try {
    for (const each of SET_UP) await server.ask(`alter role app set ${each}`);
    const pooler = await startPgBouncer(server.url);
    const stop = async () => {
      await pooler.stop();
      await server.stop();
    };
    return { url: server.url, poolerUrl: pooler.url, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
