import pg from 'pg';
import { CONNECT_WITHIN, Connection } from './connection.ts';
import { type Joiner, openJoiner } from './joining/joined-statement.ts';

/** How long the server lets a session of ours be at something, in milliseconds, by the names of its settings. */
export const SESSION_BOUNDS = { statement_timeout: 8_000, idle_in_transaction_session_timeout: 30_000 };
/** Frees a session that may take its time, whatever its role is set up with. */
export const UNBOUND = Object.keys(SESSION_BOUNDS)
  .map((name) => `set ${name} = 0`)
  .join('; ');
/** The server gives a statement up before: who says nothing for longer is not there. */
const SILENT_AFTER = 9_000;
/** Long: to authenticate anew costs as much as a whole login. */
const IDLE_TIMEOUT = 300_000;

/** Connections that are shared. */
export type ConnectionPool = pg.Pool & {
  /** Cuts off every connection from which nothing was heard since that moment of `performance.now()`. */
  cutOffSilent(since: number): void;
  /** Makes one statement of the changes of a unit of work. */
  readonly joiner: Joiner;
};

/** Sessions of our own. Plans are made once per statement: all of them are look-ups by key, and planning over partitions would cost more than running. */
const ownSessions = {
  ...SESSION_BOUNDS,
  onConnect: async (client: pg.ClientBase) => {
    await client.query("set plan_cache_mode = force_generic_plan; set timezone = 'UTC'; set jit = off");
  },
};

/**
 * A pool of connections. A broken connection makes the statement on it fail and is replaced at the next use, so the pool
 * outlives a restart of the database. Where `url` leads to a pooler that lends sessions for a transaction (`lendsSessions`), they are set up with the
 * role (`lookThroughPooler`), and no statement stays in them under a name.
 */
export function openPool(url: string, size: number, { lendsSessions = false } = {}): ConnectionPool {
  const living = new Set<Connection>();
  class Pooled extends Connection {
    constructor(options?: pg.ClientConfig) {
      super({ ...options, silentAfter: SILENT_AFTER, keepsStatements: !lendsSessions });
      living.add(this);
      this.once('end', () => living.delete(this));
    }
  }
  const pool = new pg.Pool({
    Client: Pooled,
    connectionString: url,
    max: size,
    application_name: 'sluis',
    connectionTimeoutMillis: CONNECT_WITHIN,
    idleTimeoutMillis: IDLE_TIMEOUT,
    ...(lendsSessions ? {} : ownSessions),
    // Statements are sent without waiting for the answer to the one before, and answered in order.
    pipeline: true,
  });
  // An idle connection that breaks is dropped by the pool itself; without a listener it would end the process.
  pool.on('error', () => {});
  return Object.assign(pool, {
    joiner: openJoiner(),
    cutOffSilent(since: number) {
      for (const connection of living) if (connection.heardAt < since) connection.cutOff();
    },
  });
}
