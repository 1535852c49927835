import { SECOND } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import { packageFolder } from '../../outside/postgres/binaries.ts';
import { EmbeddedPostgresFailure } from '../../outside/postgres/failure.ts';
import { hasCluster } from '../../outside/postgres/place.ts';
import { lookAtServer, readAccess, readSchemaState, type ServerLook } from '../../store/index.ts';
import { embeddedFolder, type OpenDatabase, openDatabase } from '../database/database.ts';
import { explainConnection } from '../database/explain-database.ts';
import { judgePooler } from '../database/judge-pooler.ts';
import { travelledMilliseconds } from '../demo/time-travel.ts';
import { CLOCKS_MAY_DIFFER } from '../serving/readiness.ts';
import { type Finding, fail, ok, warn } from './check.ts';
import { checkEmbedded } from './exposure.ts';

const OLDEST_POSTGRES = 15;
/** Good clocks differ by milliseconds. */
const NOTICED = SECOND;

/** The database: reachable, recent enough, with our schema, and with a clock like ours. */
export async function checkDatabase(settings: Settings, now: () => Date): Promise<readonly Finding[]> {
  const embedded = checkEmbedded(settings);
  if (embedded.verdict === 'fail') return [embedded];
  try {
    // Where none can be made, that is the fault to tell.
    if (settings.databaseUrl === null) packageFolder();
    if (settings.databaseUrl === null && !hasCluster(embeddedFolder(settings))) {
      return [
        warn(
          'database',
          'The embedded database was not made yet.',
          'npm start makes it; or set SLUIS_DATABASE_URL.',
        ),
      ];
    }
    const database = await openDatabase(settings, () => {});
    try {
      return await examine(database, now);
    } finally {
      await database.close();
    }
  } catch (error) {
    return [fail('database', ...whyNot(error))];
  }
}

async function examine(database: OpenDatabase, now: () => Date): Promise<readonly Finding[]> {
  const { url, ownerUrl, kind } = database;
  const { server, asked, answered } = await lookAtServer(url, now);
  const findings = [
    checkVersion(server, kind),
    checkExtension(server),
    checkClock(server.at, asked, answered),
  ];
  const pooler = kind === 'server' ? await checkPooler(database) : [];
  return [...findings, ...pooler, ...(await checkRoles(database)), await checkSchema(ownerUrl ?? url)];
}

/** Sessions are ours alone at the addresses of the server, and lent for a transaction at that of a pooler. */
async function checkPooler(database: OpenDatabase): Promise<readonly Finding[]> {
  const trouble = await judgePooler(database);
  if (trouble !== null) return [fail('database pooler', trouble.what, trouble.next)];
  return database.poolerUrl === null
    ? []
    : [ok('database pooler', 'lends sessions that are set up for Sluis')];
}

function checkVersion(about: ServerLook, kind: string): Finding {
  const major = Math.floor(about.version / 10_000);
  const text = `PostgreSQL ${major}.${about.version % 10_000} (${kind}), database ${about.database}`;
  if (major >= OLDEST_POSTGRES) return ok('database', text);
  return fail('database', `${text} is too old.`, `Use PostgreSQL ${OLDEST_POSTGRES} or later.`);
}

function checkExtension(about: ServerLook): Finding {
  if (about.hasTrigrams) return ok('database parts', 'pg_trgm is on the server');
  return fail(
    'database parts',
    'the extension pg_trgm is not on the server.',
    'Install the package with the extensions that come with PostgreSQL (postgresql-contrib).',
  );
}

/** Who comes in by the platform must not own what tells about them: three roles, each with what it needs. */
async function checkRoles({ url, upkeepUrl, ownerUrl }: OpenDatabase): Promise<readonly Finding[]> {
  const access = await readAccess(url);
  if (access.isReadOnly)
    return [
      fail('database rights', 'takes no writes.', 'Give the address of the primary, not of a standby.'),
    ];
  if (upkeepUrl !== null && !(await readAccess(upkeepUrl)).mayKeepWindows) {
    const next = 'Run bin/sluis migrate with all three addresses: it gives each role its rights.';
    return [fail('database rights', 'upkeep may not make windows of time.', next)];
  }
  if (ownerUrl !== null && !(await readAccess(ownerUrl)).mayMigrate) {
    const next = 'Make it the owner of the database: docs/how-to/run-on-a-postgresql-server.md.';
    return [fail('database rights', 'the owner may not make tables.', next)];
  }
  if (!access.isSuperuser && !access.mayMigrate)
    return [
      ok('database rights', 'reads and writes rows; tables and the audit trail belong to another role'),
    ];
  return [
    warn(
      'database rights',
      `one role does everything${access.isSuperuser ? ', and it is a superuser' : ''}: whoever comes in by the platform could change the audit trail.`,
      'Give it three roles: docs/how-to/run-on-a-postgresql-server.md.',
    ),
  ];
}

/** What it showed when we asked lies between our own two moments, or the clocks differ. */
function checkClock(shown: Date, asked: Date, answered: Date): Finding {
  const at = +shown + travelledMilliseconds();
  const difference = Math.max(0, +asked - at, at - +answered);
  const text = `${difference} ms from the clock of the database`;
  if (difference <= NOTICED) return ok('clock', text);
  const next = 'Let both machines take their time from the same source (NTP).';
  if (difference <= CLOCKS_MAY_DIFFER) return warn('clock', `${text}.`, next);
  return fail('clock', `${text}: bin/sluis serve is not ready.`, next);
}

async function checkSchema(url: string): Promise<Finding> {
  const state = await readSchemaState(url);
  switch (state.kind) {
    case 'current':
      return ok('schema', 'up to date');
    case 'empty':
      return warn('schema', 'is not there yet.', 'Run bin/sluis migrate.');
    case 'behind':
      return fail('schema', 'is older than this program.', 'Run bin/sluis migrate.');
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

function whyNot(error: unknown): readonly [what: string, next: string] {
  if (error instanceof EmbeddedPostgresFailure) return [error.message, 'Mend that, then try again.'];
  const { what, next } = explainConnection(error);
  return [what, next];
}
