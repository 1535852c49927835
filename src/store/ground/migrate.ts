import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, onOneConnection } from './connection.ts';
import { UNBOUND } from './pool.ts';

/** One file of `migrations/`: `NNNN-what-it-does.sql`, never changed once released. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

export type MigrationOutcome =
  | { readonly kind: 'migrated'; readonly applied: readonly string[]; readonly at: number }
  /** The database was made by a newer Sluis: this one must not touch it. */
  | { readonly kind: 'newer'; readonly database: number; readonly known: number }
  /** A migration that was applied is not the file that stands here now. */
  | { readonly kind: 'changed'; readonly names: readonly string[] };

const FOLDER = join(import.meta.dirname, '../../../migrations');
const LOCK = 7_316_420_811;

const BOOK = `create table if not exists migrations (
    number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now()
  );
  comment on table migrations is 'Which migrations were applied.';
  comment on column migrations.number is 'privacy: none — number of the migration';
  comment on column migrations.name is 'privacy: none — file name without .sql';
  comment on column migrations.checksum is 'privacy: none — SHA-256 of the file as applied';
  comment on column migrations.applied_at is 'privacy: none — when';`;

/** The names of the roles beside the owner. */
export type Grantees = { readonly application: string; readonly upkeep: string };

/** An index on a large table takes its time. */
const LONGEST = 60 * 60_000;
/** The migration that knows how to give rights. */
const ROLES = 24;
const GIVE_RIGHTS = 'select give_rights($1, $2)';

/** The migrations that this Sluis knows, in order. */
export function readMigrations(folder = FOLDER): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-.+\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return {
      number: Number(name.slice(0, 4)),
      name: name.slice(0, -'.sql'.length),
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    };
  });
}

/**
 * Brings a database up to date, each migration in a transaction of its own, and makes the windows of partitioned tables from
 * `at` on. Gives the other roles their rights: those that are named, or else those that have some. Two processes at once are safe: the second waits and finds nothing to do.
 */
export async function migrate(
  url: string,
  at: Date,
  {
    migrations = readMigrations(),
    grantees = null,
  }: { readonly migrations?: readonly Migration[]; readonly grantees?: Grantees | null } = {},
): Promise<MigrationOutcome> {
  const options = { connectionString: url, application_name: 'sluis migrate', silentAfter: LONGEST };
  // Ending the connection also gives the lock back.
  return onOneConnection(options, async (client) => {
    await client.query(UNBOUND);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(BOOK);
    const outcome = await apply(client, migrations);
    if (outcome.kind !== 'migrated') return outcome;
    if (migrations.some(({ number }) => number === ROLES))
      await client.query(GIVE_RIGHTS, [grantees?.application ?? null, grantees?.upkeep ?? null]);
    await client.query('select ensure_partitions($1)', [at]);
    return outcome;
  });
}

async function apply(client: Connection, migrations: readonly Migration[]): Promise<MigrationOutcome> {
  const { rows } = await client.query<Applied>(
    'select number, name, checksum from migrations order by number',
  );
  const refusal = compare(rows, migrations);
  if (refusal !== null) return refusal;
  const applied: string[] = [];
  for (const migration of migrations.filter(({ number }) => !rows.some((row) => row.number === number))) {
    await client.query('begin');
    try {
      await client.query(migration.sql);
      const { number, name, checksum } = migration;
      const book = 'insert into migrations (number, name, checksum) values ($1, $2, $3)';
      await client.query(book, [number, name, checksum]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`migration ${migration.name} failed; nothing of it was kept`, { cause: error });
    }
    applied.push(migration.name);
  }
  return { kind: 'migrated', applied, at: newest(migrations) };
}

type Applied = { number: number; name: string; checksum: string };

function compare(
  applied: readonly Applied[],
  migrations: readonly Migration[],
): Exclude<MigrationOutcome, { kind: 'migrated' }> | null {
  const [database, known] = [newest(applied), newest(migrations)];
  if (database > known) return { kind: 'newer', database, known };
  const names = applied
    .filter((row) => migrations.find(({ number }) => number === row.number)?.checksum !== row.checksum)
    .map(({ name }) => name);
  return names.length > 0 ? { kind: 'changed', names } : null;
}

function newest(list: readonly { readonly number: number }[]): number {
  return list.reduce((most, { number }) => Math.max(most, number), 0);
}

/** How the schema of a database stands to this Sluis; `empty` when it was never migrated. Changes nothing. */
export async function readSchemaState(
  url: string,
): Promise<
  { readonly kind: 'current' | 'behind' | 'empty' } | Exclude<MigrationOutcome, { kind: 'migrated' }>
> {
  return onOneConnection({ connectionString: url }, async (client) => {
    const found = await client.query<{ book: string | null }>("select to_regclass('migrations') as book");
    if (found.rows[0]?.book == null) return { kind: 'empty' };
    const { rows } = await client.query<Applied>('select number, name, checksum from migrations');
    const migrations = readMigrations();
    const isApplied = ({ number }: Migration) => rows.some((row) => row.number === number);
    return compare(rows, migrations) ?? { kind: migrations.every(isApplied) ? 'current' : 'behind' };
  });
}
