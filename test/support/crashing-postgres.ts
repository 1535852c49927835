import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestServer } from './database.ts';
import { type OwnPostgres, type PostgresMaker, startOwnPostgres } from './own-postgres.ts';

/** Why there is no crash to be had on this system, else `false`: for the `skip` of a test. */
export const noCrash: string | false = existsSync('/proc/self/stat')
  ? false
  : 'the processes of a server are looked up in /proc, which only Linux has';

/** A server that keeps what was committed as a real one does, and can be cut off at any moment. */
export type CrashingPostgres = TestServer & {
  /**
   * From now on nothing reaches the disk but by a commit that waits for it: a crash loses whatever did not. Databases cannot be made or
   * dropped any more.
   */
  holdBack(): Promise<void>;
  /** Kills every process of it at one moment, starts it again on the same files, and holds back again. */
  crash(): Promise<void>;
};

/** As a server that matters, but that nothing goes to the disk by the way: no checkpoint, no full buffer, no clean-up. */
const settings = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_writer_delay: '10s',
  wal_writer_flush_after: '1GB',
  wal_buffers: '64MB',
  checkpoint_timeout: '1h',
  max_wal_size: '8GB',
  bgwriter_lru_maxpages: '0',
  autovacuum: 'off',
};
/** The processes that write what nobody waits for. */
const WRITERS = `select pid from pg_stat_activity where backend_type in ('walwriter', 'background writer', 'checkpointer')`;
const POLL_MILLISECONDS = 5;
const MOST_TRIES = 4_000;

/** Starts one on an empty folder. */
export async function startCrashingPostgres(maker: PostgresMaker): Promise<CrashingPostgres> {
  const server = await startOwnPostgres(maker, settings);
  const holdBack = async () => {
    for (const pid of await writersOf(server)) process.kill(pid, 'SIGSTOP');
  };
  return {
    url: server.url,
    holdBack,
    async crash() {
      await killAll(server);
      await server.startAgain();
      await holdBack();
    },
    async stop() {
      for (const pid of await writersOf(server)) process.kill(pid, 'SIGCONT');
      await server.stop();
    },
  };
}

/** They begin a moment after the server takes connections. */
async function writersOf(server: OwnPostgres): Promise<readonly number[]> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const rows = await server.ask<{ pid: number }>(WRITERS);
    if (rows.length === 3) return rows.map(({ pid }) => pid);
    await wait(POLL_MILLISECONDS);
  }
  throw new Error('the processes of the server that write by the way did not begin');
}

async function killAll(server: OwnPostgres): Promise<void> {
  const postmaster = server.running();
  const { pid = 0 } = postmaster;
  const gone = once(postmaster, 'exit');
  // Held first, it neither begins another process nor sees one of them end.
  process.kill(pid, 'SIGSTOP');
  const children = childrenOf(pid);
  for (const each of [...children, pid]) process.kill(each, 'SIGKILL');
  await gone;
  // Their memory is free once the last of them has ended: before that none starts on these files.
  while (children.some(isRunning)) await wait(POLL_MILLISECONDS);
}

/** Ids of the processes that this one began. */
function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && statusOf(pid)?.parent === parent);
}

function isRunning(pid: number): boolean {
  const status = statusOf(pid);
  return status !== null && status.state !== 'Z';
}

/** What the kernel tells of a process (proc(5), `stat`): its name, which may hold anything, stands in brackets. */
function statusOf(pid: number): { readonly state: string; readonly parent: number } | null {
  try {
    const told = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent = ''] = told.slice(told.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}
