import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import { EmbeddedPostgresFailure } from '../../outside/postgres/failure.ts';
import { onOneConnection, readSchemaState } from '../../store/index.ts';
import { embeddedFolder, openDatabase } from '../database.ts';
import { type Finding, fail, ok, warn } from './check.ts';

const OLDEST_POSTGRES = 15;
const CLOCKS_MAY_DIFFER = 2 * SECOND;

/** The database: reachable, recent enough, with our schema, and with a clock like ours. */
export async function checkDatabase(settings: Settings, now: () => Date): Promise<readonly Finding[]> {
  if (settings.databaseUrl === null && !existsSync(join(embeddedFolder(settings), 'cluster'))) {
    return [
      warn(
        'database',
        'The embedded database was not made yet.',
        'npm start makes it; or set SLUIS_DATABASE_URL.',
      ),
    ];
  }
  try {
    const database = await openDatabase(settings, () => {});
    try {
      return await examine(database.url, database.kind, now);
    } finally {
      await database.close();
    }
  } catch (error) {
    return [
      fail(
        'database',
        whyNot(error),
        'Start it, or mend SLUIS_DATABASE_URL (host, port, name, user, password, TLS).',
      ),
    ];
  }
}

async function examine(url: string, kind: string, now: () => Date): Promise<readonly Finding[]> {
  return onOneConnection({ connectionString: url }, async (connection) => {
    const about = await connection.query<About>(ABOUT);
    const [row] = about.rows;
    if (row === undefined) return [fail('database', 'answers nothing.', 'Look into its log.')];
    return [checkVersion(row, kind), checkRights(row), await checkSchema(url), checkClock(row, now())];
  });
}

type About = { version: number; name: string; at: Date; may_create: boolean; has_trigrams: boolean };
const ABOUT = `select current_setting('server_version_num')::int as version, current_database() as name,
  clock_timestamp() as at, has_database_privilege(current_database(), 'create') as may_create,
  exists (select from pg_available_extensions where name = 'pg_trgm') as has_trigrams`;

function checkVersion(about: About, kind: string): Finding {
  const major = Math.floor(about.version / 10_000);
  const text = `PostgreSQL ${major}.${about.version % 10_000} (${kind}), database ${about.name}`;
  if (major >= OLDEST_POSTGRES) return ok('database', text);
  return fail('database', `${text} is too old.`, `Use PostgreSQL ${OLDEST_POSTGRES} or later.`);
}

function checkRights(about: About): Finding {
  if (!about.has_trigrams) {
    return fail(
      'database rights',
      'the extension pg_trgm is not on the server.',
      'Install the package with the extensions that come with PostgreSQL (postgresql-contrib).',
    );
  }
  if (about.may_create) return ok('database rights', 'may create schemas and the extension pg_trgm');
  return fail(
    'database rights',
    'may not create schemas.',
    `As owner of the database: grant create on database ${about.name} to this user.`,
  );
}

function checkClock(about: About, here: Date): Finding {
  const difference = Math.abs(about.at.getTime() - here.getTime());
  const text = `${difference} ms from the clock of the database`;
  if (difference <= CLOCKS_MAY_DIFFER) return ok('clock', text);
  return fail(
    'clock',
    `${text}: logins would be refused.`,
    'Let both machines take their time from the same source (NTP).',
  );
}

async function checkSchema(url: string): Promise<Finding> {
  const state = await readSchemaState(url);
  switch (state.kind) {
    case 'current':
      return ok('schema', 'up to date');
    case 'empty':
      return warn('schema', 'is not there yet.', 'Run sluis migrate.');
    case 'behind':
      return fail('schema', 'is older than this program.', 'Run sluis migrate.');
    case 'newer':
      return fail(
        'schema',
        `has migration ${state.database}; this program knows ${state.known}.`,
        'Update this program.',
      );
    case 'changed':
      return fail(
        'schema',
        `was made by other files than those in migrations/ (${state.names.join(', ')}).`,
        'Put back the released files: a migration is never changed.',
      );
  }
}

function whyNot(error: unknown): string {
  if (error instanceof EmbeddedPostgresFailure) return error.message;
  // The message of the driver names host, user or database, never the password.
  return error instanceof Error ? `cannot be reached: ${error.message || error.name}` : 'cannot be reached.';
}
