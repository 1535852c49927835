import { type Connection, onOneConnection } from './connection.ts';
import { ANSWER_WITHIN } from './news.ts';
import { SESSION_BOUNDS } from './pool.ts';

/** How a pooler lends sessions of a database, as far as Sluis can work through it. */
export type PoolerLook =
  | { readonly kind: 'fits' }
  /** It leads to another database, or as another role. */
  | { readonly kind: 'elsewhere' }
  /** It lends a session for one statement, not for a transaction. */
  | { readonly kind: 'no-transactions' }
  /** Its sessions are not set up for Sluis: statements, for the role itself, that do it. */
  | { readonly kind: 'unprepared'; readonly statements: readonly string[] };

/** A server begins at a moment that no other shares. */
const PLACE = `select pg_postmaster_start_time()::text as server, (select oid from pg_database where datname = current_database()) as database,
    current_user::text as role`;
const SESSION = `select pg_backend_pid()::text || ' ' || pg_postmaster_start_time() as session`;
/** Milliseconds; 0 is no bound. */
const BOUNDS = 'select name, setting::integer from pg_settings where name = any($1)';
const SAME_EVERYWHERE = `select format('alter role %I in database %I set ', current_user, current_database()) as prefix,
    current_setting('timezone') in ('UTC', 'Etc/UTC') as utc, not current_setting('jit')::boolean as interpreted`;
/** protocol_violation: what PgBouncer says of a `begin` that it does not pass on. */
const REFUSED = '08P01';

/** Looks at a database through its pooler, and at the server of `url` beside it. Throws what keeps it from connecting. */
export async function lookThroughPooler(poolerUrl: string, url: string): Promise<PoolerLook> {
  const server = await onOneConnection({ connectionString: url }, placeOf);
  return onOneConnection({ connectionString: poolerUrl }, async (connection) => {
    if ((await placeOf(connection)) !== server) return { kind: 'elsewhere' };
    if (!(await lendsForTransactions(connection))) return { kind: 'no-transactions' };
    const statements = await missingIn(connection);
    return statements.length > 0 ? { kind: 'unprepared', statements } : { kind: 'fits' };
  });
}

/**
 * Whether this address lends one session to several connections in turn, as a pooler does between transactions: nobody hears news there, and statements meet names that others gave.
 * A pooler that is busy may hide it by chance; a server never looks like one.
 */
export async function sharesSessions(url: string): Promise<boolean> {
  return onOneConnection({ connectionString: url }, (one) =>
    onOneConnection({ connectionString: url }, async (other) => {
      const before = await sessionOf(one);
      await other.query('begin');
      const between = await sessionOf(other);
      return between === before || (await sessionOf(one)) !== before;
    }),
  );
}

/** Sends a statement through a pooler, and waits two seconds at most. Throws what keeps it from coming through. */
export async function passThrough(poolerUrl: string): Promise<void> {
  const bounds = { connectionTimeoutMillis: ANSWER_WITHIN, silentAfter: ANSWER_WITHIN };
  await onOneConnection({ connectionString: poolerUrl, ...bounds }, (connection) =>
    connection.query('select'),
  );
}

async function placeOf(connection: Connection): Promise<string> {
  return JSON.stringify((await connection.query(PLACE)).rows);
}

async function sessionOf(connection: Connection): Promise<unknown> {
  return (await connection.query<{ session: string }>(SESSION)).rows[0]?.session;
}

async function lendsForTransactions(connection: Connection): Promise<boolean> {
  try {
    await connection.query('begin');
    await connection.query('commit');
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === REFUSED) return false;
    throw error;
  }
}

async function missingIn(connection: Connection): Promise<readonly string[]> {
  const { rows: bounds } = await connection.query<Bound>({
    text: BOUNDS,
    values: [Object.keys(SESSION_BOUNDS)],
  });
  const { rows } = await connection.query<Everywhere>(SAME_EVERYWHERE);
  const [everywhere] = rows;
  if (everywhere === undefined) throw new Error('the database answers nothing');
  const { prefix, utc, interpreted } = everywhere;
  const isBounded = (name: string, most: number) =>
    bounds.some((bound) => bound.name === name && bound.setting > 0 && bound.setting <= most);
  return [
    ...Object.entries(SESSION_BOUNDS)
      .filter(([name, most]) => !isBounded(name, most))
      .map(([name, most]) => `${prefix}${name} = ${most}`),
    ...(utc ? [] : [`${prefix}timezone = 'UTC'`]),
    ...(interpreted ? [] : [`${prefix}jit = off`]),
  ];
}

type Bound = { name: string; setting: number };
type Everywhere = { prefix: string; utc: boolean; interpreted: boolean };
