import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresFailure } from './failure.ts';
import { type Place, passwordFile, socketFolder } from './place.ts';
import { readPostmaster } from './postmaster-file.ts';
import { spawnAs } from './system-user.ts';

/** The server carries the id of the process that owns it in its name: seen in `ps`, and kept in `postmaster.opts`. */
const CLUSTER_NAME = 'sluis-';
const POLL_MILLISECONDS = 15;
const READY_WITHIN_MILLISECONDS = 120_000;
const STOP_WITHIN_MILLISECONDS = 30_000;

/** Makes the files of a new cluster, in full or not at all: in a folder beside, then renamed. */
export function initialise(place: Place, binaries: Binaries, durable: boolean): void {
  if (existsSync(place.cluster)) {
    checkVersion(place, binaries);
    return;
  }
  const half = join(place.folder, `cluster.${process.pid}.new`);
  const choices = [
    '--username=sluis',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile(place)}`,
    '--no-instructions',
  ];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const result = spawnSync(
    binaries.initdb,
    [`--pgdata=${half}`, ...choices, ...locale, ...(durable ? [] : ['--no-sync'])],
    {
      ...spawnAs(place.user),
      env: environment(),
      encoding: 'utf8',
    },
  );
  if (result.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    if (isDiskFull(`${result.stderr} ${result.error?.message}`)) throw fullDisk(place);
    throw new EmbeddedPostgresFailure(
      `The embedded database could not be made in ${place.folder}: ${(result.stderr || result.error?.message || '').trim()} ` +
        'Choose another data folder (SLUIS_DATA), or set SLUIS_DATABASE_URL to a PostgreSQL server.',
    );
  }
  try {
    renameSync(half, place.cluster);
  } catch (cause) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(place.cluster)) throw cause;
  }
}

function checkVersion(place: Place, binaries: Binaries): void {
  const kept = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  const [major] = binaries.version.split('.');
  if (kept === major) return;
  throw new EmbeddedPostgresFailure(
    `The data in ${place.folder} is of PostgreSQL ${kept}; this is PostgreSQL ${binaries.version}. ` +
      'Dump it with the old version and load it into the new one, or begin again with npm start -- --reset.',
  );
}

/** A server that runs: `ended` comes when it does not any more, whoever ended it. */
export type RunningServer = { readonly pid: number; readonly ended: Promise<void> };

/**
 * Starts the server and waits until it takes connections. It lives in a session of its own, so that Ctrl-C reaches us alone
 * and we end it in order; on Linux the kernel ends it if we are killed.
 */
export async function startServer(
  place: Place,
  binaries: Binaries,
  port: number,
  durable: boolean,
): Promise<RunningServer> {
  const logFile = logFileOf(place);
  const log = openSync(logFile, 'w', 0o600);
  const [program, ...first] = dyingWithUs(binaries.postgres);
  const child = spawn(
    program,
    [...first, '-D', place.cluster, '-p', String(port), ...serverSettings(place, durable)],
    {
      ...spawnAs(place.user),
      env: environment(),
      stdio: ['ignore', log, log],
      detached: true,
    },
  );
  closeSync(log);
  let failure: string | null = null;
  const onError = (error: Error) => {
    failure = error.message;
  };
  const onExit = () => {
    failure ??= readFileSync(logFile, 'utf8').trim();
  };
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('error', onError).once('exit', onExit);
  child.unref();
  const deadline = performance.now() + READY_WITHIN_MILLISECONDS;
  while (performance.now() < deadline) {
    const postmaster = readPostmaster(place.cluster);
    if (postmaster?.ready && postmaster.pid === child.pid) {
      child.off('exit', onExit);
      return { pid: postmaster.pid, ended };
    }
    if (failure !== null) break;
    await wait(POLL_MILLISECONDS);
  }
  if (child.pid !== undefined && failure === null) process.kill(child.pid, 'SIGQUIT');
  if (isDiskFull(failure)) throw fullDisk(place);
  throw new EmbeddedPostgresFailure(
    `The embedded database did not start: ${failure ?? 'not ready in time'}\n` +
      `Its log is ${logFile}. Mend that, or set SLUIS_DATABASE_URL to a PostgreSQL server.`,
  );
}

/** What the server said last. */
export function lastWords(place: Place): string {
  try {
    return readFileSync(logFileOf(place), 'utf8').trim().split('\n').at(-1) ?? '';
  } catch {
    return '';
  }
}

function logFileOf(place: Place): string {
  return join(place.folder, 'postgres.log');
}

/** Whether what was said is that there is no room. */
export function isDiskFull(said: string | null | undefined): boolean {
  return /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/.test(said ?? '');
}

/** The refusal for a disk without room. */
export function fullDisk(place: Place): EmbeddedPostgresFailure {
  return new EmbeddedPostgresFailure(
    `The disk of ${place.folder} is full: the embedded database takes 100 MB and more. ` +
      'Make room, then start again: nothing else needs to be mended. Or choose another data folder (SLUIS_DATA).',
  );
}

/** The id of the process that started the running server; `null` when it was not one of ours. */
export function ownerOf(place: Place): number | null {
  const found = new RegExp(`cluster_name=${CLUSTER_NAME}(\\d+)`).exec(
    readFileSync(join(place.cluster, 'postmaster.opts'), 'utf8'),
  );
  return found === null ? null : Number(found[1]);
}

/** Waits until a server that somebody else started takes connections; `null` when it went away. Unit of the result: TCP port. */
export async function waitForRunning(place: Place): Promise<{ pid: number; port: number } | null> {
  const deadline = performance.now() + READY_WITHIN_MILLISECONDS;
  while (performance.now() < deadline) {
    const postmaster = readPostmaster(place.cluster);
    if (postmaster === null) return null;
    if (postmaster.ready && postmaster.port !== null) return { pid: postmaster.pid, port: postmaster.port };
    await wait(POLL_MILLISECONDS);
  }
  return null;
}

/** Ends the server in order (PostgreSQL "fast shutdown"); at once if that takes too long. */
export async function stopServer(place: Place, pid: number): Promise<void> {
  const runs = () => readPostmaster(place.cluster)?.pid === pid;
  const deadline = performance.now() + STOP_WITHIN_MILLISECONDS;
  // Its number may be another's by now.
  if (!runs()) return;
  send(pid, 'SIGINT');
  while (runs() && performance.now() < deadline) await wait(POLL_MILLISECONDS);
  if (runs()) send(pid, 'SIGQUIT');
}

/** Asks the server to end, without waiting: for the last moment of a process. */
export function send(pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** A TCP port on the loopback address that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return address.port;
}

function serverSettings(place: Place, durable: boolean): string[] {
  const settings = {
    cluster_name: `${CLUSTER_NAME}${process.pid}`,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder(place),
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Nothing personal in the log: no statements, no row values of a failed constraint.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The call that starts a program which the kernel ends when we are killed, where it can. */
export function dyingWithUs(program: string): [string, ...string[]] {
  const setpriv = '/usr/bin/setpriv';
  return existsSync(setpriv) ? [setpriv, '--pdeathsig', 'INT', '--', program] : [program];
}

function environment(): Record<string, string> {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
