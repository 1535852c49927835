import pg from 'pg';

const STATEMENT_TIMEOUT = 10_000;
const IDLE_IN_TRANSACTION = 30_000;
const CONNECT_TIMEOUT = 5_000;
/** Long: to authenticate anew costs as much as a whole login. */
const IDLE_TIMEOUT = 300_000;

/**
 * A pool of connections. A broken connection makes the statement on it fail and is replaced at the next use, so the pool
 * outlives a restart of the database. Plans are made once per statement: all of them are look-ups by key, and planning
 * over partitions would cost more than running.
 */
export function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'sluis',
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: IDLE_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    keepAlive: true,
    // Statements are sent without waiting for the answer to the one before, and answered in order.
    pipeline: true,
    onConnect: async (client) => {
      await client.query("set plan_cache_mode = force_generic_plan; set timezone = 'UTC'; set jit = off");
    },
  });
  // An idle connection that breaks is dropped by the pool itself; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}
