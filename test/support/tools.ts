import { existsSync, readdirSync } from 'node:fs';

/** Programs of the system that some tests need as an independent judge or peer. */
export type ToolName =
  | 'chromium'
  | 'headless-shell'
  | 'xmlsec1'
  | 'openssl'
  | 'java'
  | 'apache2'
  | 'mod-auth-openidc'
  | 'postgresql'
  | 'pgbouncer'
  | 'libatomic';

export type Tool = {
  /** Debian packages that bring it; the first that the system offers is taken. */
  readonly packages: readonly string[];
  /** Without it tests take longer, and none is skipped. */
  readonly isSpare?: true;
  /** Absolute path of the program, `null` when it is not here. */
  find(): string | null;
};

export const tools: Readonly<Record<ToolName, Tool>> = {
  chromium: {
    packages: ['chromium'],
    find: () => firstOf('/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'),
  },
  // The same browser without a window: what tests do in it takes two thirds of the time.
  'headless-shell': {
    packages: ['chromium-headless-shell'],
    isSpare: true,
    find: () => firstOf('/usr/lib/chromium/chromium-headless-shell'),
  },
  xmlsec1: { packages: ['xmlsec1'], find: () => firstOf('/usr/bin/xmlsec1') },
  openssl: { packages: ['openssl'], find: () => firstOf('/usr/bin/openssl') },
  // The compiler too: tests run one-file programs.
  java: {
    packages: ['default-jdk-headless'],
    find: () => (existsSync('/usr/bin/javac') ? firstOf('/usr/bin/java') : null),
  },
  apache2: { packages: ['apache2'], find: () => firstOf('/usr/sbin/apache2') },
  'mod-auth-openidc': {
    packages: ['libapache2-mod-auth-openidc'],
    find: () => firstOf('/usr/lib/apache2/modules/mod_auth_openidc.so'),
  },
  // Node 26 out of npm needs it.
  libatomic: {
    packages: ['libatomic1'],
    find: () =>
      firstOf(
        '/usr/lib/x86_64-linux-gnu/libatomic.so.1',
        '/usr/lib/aarch64-linux-gnu/libatomic.so.1',
        '/usr/lib64/libatomic.so.1',
      ),
  },
  pgbouncer: { packages: ['pgbouncer'], find: () => firstOf('/usr/sbin/pgbouncer') },
  postgresql: { packages: ['postgresql-15', 'postgresql'], find: findPostgres },
};

/** The path of a tool. Throws when it is not here: tests that use it say so with `skipWithout`. */
export function toolPath(name: ToolName): string {
  const path = tools[name].find();
  if (path === null) throw new Error(whyMissing(name));
  return path;
}

/** For the `skip` option of a test: the reason when one of these is not here, else `false`. */
export function skipWithout(...names: readonly ToolName[]): string | false {
  const missing = names.filter((name) => tools[name].find() === null);
  return missing.length === 0 ? false : missing.map(whyMissing).join('; ');
}

function whyMissing(name: ToolName): string {
  return `${name} is not installed (Debian: apt-get install ${tools[name].packages[0]})`;
}

function firstOf(...paths: readonly string[]): string | null {
  return paths.find((path) => existsSync(path)) ?? null;
}

/** The server program of Debian's PostgreSQL: 15, or else the oldest that is here and not older. */
function findPostgres(): string | null {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return null;
  const versions = readdirSync(folder)
    .map(Number)
    .filter((version) => version >= 15);
  return firstOf(...versions.sort((a, b) => a - b).map((version) => `${folder}/${version}/bin/postgres`));
}
