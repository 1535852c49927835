import pg from 'pg';

export type PartitionedTable =
  | 'audit_events'
  | 'audit_subjects'
  | 'matching_log'
  | 'login_attempts'
  | 'eidas_requests'
  | 'eidas_answers'
  | 'oidc_states'
  | 'login_grants'
  | 'web_sessions';

/** Knows which windows of time exist, so that an insert never fails for want of one. */
export type Partitions = {
  /** Makes sure that the window of this moment exists; asks the database only for windows it has not seen. */
  ensure(table: PartitionedTable, moment: Date): Promise<void>;
  /** Makes all windows from `at` on, as far ahead as each table asks; hourly by the worker, and by `migrate`. */
  ensureAhead(at: Date): Promise<void>;
  /** Drops windows whose time is long past; answers with their names. Throws when a reader holds one too long. */
  dropExpired(at: Date): Promise<readonly string[]>;
};

type Window = { readonly lower: Date; readonly upper: Date };

/** More than are needed at once; a process that lives for years forgets the old ones. */
const REMEMBERED = 400;
/** Makes the window of a moment, unless it is there, and tells from when to when it is. */
const ENSURE = `select ensure_partition($1, $2), part.lower, part.upper
  from partitioned_tables spec, partition_window($2, spec.width) part where spec.table_name = $1`;

/**
 * Windows are made on a connection of their own: a transaction that is rolled back must not take the window along, and one
 * that waits for a pooled connection must not wait for itself.
 */
export function openPartitions(url: string): Partitions {
  const known = new Map<PartitionedTable, readonly Window[]>();
  const alone = async <Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    await client.connect();
    try {
      await client.query("set lock_timeout = '5s'");
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    async ensure(table, moment) {
      const windows = known.get(table) ?? [];
      if (windows.some(({ lower, upper }) => lower <= moment && moment < upper)) return;
      const made = await alone<Window>(ENSURE, [table, moment]);
      known.set(table, [...made, ...windows].slice(0, REMEMBERED));
    },
    async ensureAhead(at) {
      await alone('select ensure_partitions($1)', [at]);
    },
    async dropExpired(at) {
      const dropped = await alone<{ name: string }>('select drop_expired_partitions($1) as name', [at]);
      if (dropped.length > 0) known.clear();
      return dropped.map(({ name }) => name);
    },
  };
}
