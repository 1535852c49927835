import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { isAlive } from './postmaster-file.ts';
import { mayEnter, type ServerUser, serverUser } from './system-user.ts';

/** Where a root process keeps what its system user must reach and a clone under a closed home cannot hold. */
export const SYSTEM_FOLDER = '/var/lib/sluis';

const LONGEST_SOCKET = 103;
const LAST_PORT = 65_535;

/** A folder that holds one cluster: `cluster/` (PGDATA), `password`, `postgres.log`, and the socket of a server that runs. */
export type Place = {
  readonly folder: string;
  readonly cluster: string;
  readonly user: ServerUser;
  /** The folder that was asked for, when the server's user cannot enter it. */
  readonly insteadOf: string | null;
};

/** The place for the cluster of `wanted`: there, or, when the server's user cannot enter it, under /var/lib/sluis. */
export function locatePlace(wanted: string): Place {
  const folder = resolve(wanted);
  const instead = insteadOf(folder);
  const asWanted = placeIn(folder, null);
  if (asWanted.user.kind === 'self' || existsSync(asWanted.cluster)) return asWanted;
  if (existsSync(join(instead, 'cluster'))) return placeIn(instead, folder);
  mkdirSync(folder, { recursive: true });
  return mayEnter(asWanted.user, resolve(folder, '..')) ? asWanted : placeIn(instead, folder);
}

/** Whether a cluster was made for this folder, there or instead of it. Changes nothing. */
export function hasCluster(wanted: string): boolean {
  const folder = resolve(wanted);
  return [folder, insteadOf(folder)].some((each) => existsSync(join(each, 'cluster')));
}

function insteadOf(folder: string): string {
  return join(SYSTEM_FOLDER, createHash('sha256').update(folder).digest('hex').slice(0, 12));
}

function placeIn(folder: string, other: string | null): Place {
  const cluster = join(folder, 'cluster');
  return { folder, cluster, user: serverUser(cluster), insteadOf: other };
}

/** Makes the folder, its owner and its password; clears what a cut-off initialisation and a killed server left. */
export function preparePlace(place: Place): void {
  if (place.insteadOf !== null) mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  mkdirSync(place.folder, { recursive: true });
  chmodSync(place.folder, 0o700);
  own(place, place.folder);
  makePassword(place);
  for (const name of readdirSync(place.folder)) {
    const half = /^cluster\.(\d+)\.new$/.exec(name);
    if (half && !isAlive(Number(half[1]))) rmSync(join(place.folder, name), { recursive: true, force: true });
    const [lock, socket] = /^(\.s\.PGSQL\.\d+)\.lock$/.exec(name) ?? [];
    if (lock && socket && !isAlive(lockedBy(join(place.folder, lock))))
      for (const each of [socket, lock]) rmSync(join(place.folder, each), { force: true });
  }
}

/** The process that a lock of a socket names first (PostgreSQL source, miscinit.c). */
function lockedBy(lock: string): number {
  return Number(readFileSync(lock, 'utf8').split('\n')[0]);
}

/** Whole or not at all, and once: a full disk leaves no half of it, and who comes second takes that of the first. */
function makePassword(place: Place): void {
  const file = passwordFile(place);
  const isCutOff = statSync(file, { throwIfNoEntry: false })?.size === 0 && !existsSync(place.cluster);
  if (isCutOff) rmSync(file);
  if (existsSync(file)) {
    own(place, file);
    return;
  }
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
    own(place, draft);
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The file with the password of the cluster's superuser, readable by its owner alone. */
export function passwordFile(place: Place): string {
  return join(place.folder, 'password');
}

/** How to connect to one database of the cluster: through the socket of its server where there is one, as libpq writes it. */
export function urlOf(place: Place, port: number, database: string): string {
  const password = readFileSync(passwordFile(place), 'utf8').trim();
  const socket = existsSync(join(place.folder, socketName(port)));
  const through = socket ? `?host=${encodeURIComponent(place.folder)}` : '';
  return `postgres://sluis:${password}@127.0.0.1:${port}/${database}${through}`;
}

/**
 * Where the server puts its socket: into the folder, which is closed to others. Nowhere where the system would not take a path of that length
 * (`sun_path`, 104 bytes on macOS and 108 on Linux with the 0 at its end), or PostgreSQL would read the name as a list.
 */
export function socketFolder({ folder }: Pick<Place, 'folder'>): string {
  const isTooLong = Buffer.byteLength(join(folder, socketName(LAST_PORT))) > LONGEST_SOCKET;
  return isTooLong || /[,"]/.test(folder) ? '' : folder;
}

function socketName(port: number): string {
  return `.s.PGSQL.${port}`;
}

function own(place: Place, path: string): void {
  if (place.user.kind === 'other') chownSync(path, place.user.uid, place.user.gid);
}
