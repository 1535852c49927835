import { spawnSync } from 'node:child_process';
import { type Stats, statSync } from 'node:fs';
import { EmbeddedPostgresFailure } from './failure.ts';

/** As whom the server runs: as ourselves, or (PostgreSQL refuses root) as a system user. */
export type ServerUser =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number };

const OWN_USER = 'sluis';

/**
 * Who runs the server whose files are in `cluster`. Not root: ourselves. Root: the owner of existing files, else `postgres`
 * if the system has it, else a system user `sluis`, made when needed.
 */
export function serverUser(cluster: string): ServerUser {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const owner = ownerOf(cluster);
  if (owner !== null && owner.uid !== 0) return { kind: 'other', uid: owner.uid, gid: owner.gid };
  return lookUp('postgres') ?? lookUp(OWN_USER) ?? makeUser();
}

/** The part of `spawn` options that makes a child run as this user. */
export function spawnAs(user: ServerUser): { uid?: number; gid?: number; cwd: string } {
  return user.kind === 'self' ? { cwd: '/' } : { uid: user.uid, gid: user.gid, cwd: '/' };
}

/** Whether this user may enter a folder or run a file. Asked of the system itself, so that access lists count too. */
export function mayEnter(user: ServerUser, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], spawnAs(user)).status === 0;
}

function ownerOf(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

function lookUp(name: string): ServerUser | null {
  const [uid, gid] = ['-u', '-g'].map((what) => spawnSync('id', [what, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  return { kind: 'other', uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function makeUser(): ServerUser {
  const choices = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  // A root shell that came from `su` has no sbin in its path.
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
  const made = spawnSync('useradd', [...choices, OWN_USER], { encoding: 'utf8', env });
  const user = made.status === 0 ? lookUp(OWN_USER) : null;
  if (user !== null) return user;
  throw new EmbeddedPostgresFailure(
    `PostgreSQL does not run as root, and the system user "${OWN_USER}" could not be made (${made.stderr || made.error?.message}). ` +
      'Start as an ordinary user, or make that user, or set SLUIS_DATABASE_URL to a PostgreSQL server.',
  );
}
