import { Connection } from './connection.ts';
import { type DroppedWindows, dropWindows } from './drop-windows.ts';

export type PartitionedTable =
  | 'audit_events'
  | 'audit_subjects'
  | 'matching_log'
  | 'login_attempts'
  | 'eidas_requests'
  | 'eidas_answers'
  | 'certificate_answers'
  | 'oidc_states'
  | 'login_grants'
  | 'web_sessions';

/** Knows which windows of time exist, so that an insert never fails for want of one. */
export type Partitions = {
  /**
   * Makes sure that the window of this moment exists; asks the database only for windows it has not seen, once however many wait
   * for it, and ahead of time where it can.
   */
  ensure(table: PartitionedTable, moment: Date): Promise<void>;
  /** Makes all windows from `at` on, as far ahead as each table asks; hourly by the worker, and by `migrate`. */
  ensureAhead(at: Date): Promise<void>;
  /** Drops windows whose time is long past, except those that somebody reads: they go at a later time. Answers with names. */
  dropExpired(at: Date): Promise<DroppedWindows>;
};

type Window = { readonly table: string; readonly lower: Date; readonly upper: Date };

/** A lock of ours that is not given soon would make others wait behind it. */
const limits = { statement_timeout: 8_000, lock_timeout: 2_000, silentAfter: 9_000 };
/** More than are needed at once; a process that lives for years forgets the old ones. */
const REMEMBERED = 400;
/** Milliseconds between two looks ahead that find nothing new. */
const LOOK_AGAIN = 60_000;
/** The windows that exist from a moment on. */
const LIST = `select spec.table_name as table, part.lower, part.upper
  from partitioned_tables spec
  join pg_inherits kin on kin.inhparent = to_regclass(spec.table_name) and not kin.inhdetachpending
  join pg_class child on child.oid = kin.inhrelid and child.relkind = 'r'
  cross join lateral partition_window(
    to_timestamp(right(child.relname, 11), 'YYYYMMDD"t"HH24')::timestamp at time zone 'UTC', spec.width) part
  where part.upper > $1 order by part.upper limit 4000`;
/** Makes the window of a moment, unless it is there, and tells from when to when it is. */
const ENSURE = `select open_window($1, $2), $1 as table, part.lower, part.upper
  from partitioned_tables spec, partition_window($2, spec.width) part where spec.table_name = $1`;

/**
 * Windows are looked up on a connection of their own, one at a time: a transaction that is rolled back must not take the window
 * along, and one that waits for a pooled connection must not wait for itself. `upkeepUrl` is of the role that may make them.
 */
export function openPartitions(url: string, upkeepUrl: string = url): Partitions {
  const known = new Map<string, readonly Window[]>();
  const asking = new Map<string, Promise<void>>();
  const lookedAhead = new Map<string, number>();
  const alone = oneAtATime(upkeepUrl);
  const remember = (windows: readonly Window[]) => {
    for (const window of windows) {
      const others = (known.get(window.table) ?? []).filter(({ lower }) => +lower !== +window.lower);
      known.set(window.table, [...others, window].sort((a, b) => +b.upper - +a.upper).slice(0, REMEMBERED));
    }
  };
  const find = (table: string, moment: Date) =>
    known.get(table)?.find(({ lower, upper }) => lower <= moment && moment < upper);
  const look = (table: PartitionedTable, moment: Date) =>
    alone(async (connection) => {
      if (find(table, moment)) return;
      remember((await connection.query<Window>(LIST, [moment])).rows);
      if (!find(table, moment)) remember((await connection.query<Window>(ENSURE, [table, moment])).rows);
    });
  const ask = (table: PartitionedTable, moment: Date) => {
    const asked = look(table, moment).finally(() => asking.delete(table));
    asking.set(table, asked);
    return asked;
  };
  const lookAhead = (table: PartitionedTable, moment: Date) => {
    const last = known.get(table)?.[0];
    if (last === undefined) return;
    if (+last.upper - +moment > (+last.upper - +last.lower) / 2) return;
    const now = performance.now();
    if (now - (lookedAhead.get(table) ?? Number.NEGATIVE_INFINITY) < LOOK_AGAIN) return;
    lookedAhead.set(table, now);
    // Nobody waits for it: should it fail, whoever needs the window asks again.
    look(table, last.upper).catch(() => {});
  };
  return {
    async ensure(table, moment) {
      if (find(table, moment)) return lookAhead(table, moment);
      for (let other = asking.get(table); other !== undefined; other = asking.get(table)) {
        // It may be another window of this table that is being asked for.
        await other;
        if (find(table, moment)) return;
      }
      await ask(table, moment);
    },
    async ensureAhead(at) {
      await alone((connection) => connection.query('select ensure_partitions($1)', [at]));
    },
    async dropExpired(at) {
      const outcome = await alone((connection) => dropWindows(connection, at));
      if (outcome.dropped.length + outcome.held.length > 0) known.clear();
      return outcome;
    },
  };
}

/** Runs one piece of work after the other, all on one connection while there is more to do. */
function oneAtATime(url: string) {
  let last: Promise<unknown> = Promise.resolve();
  let open: Connection | null = null;
  let waiting = 0;
  const connect = async () => {
    if (open?.isUsable) return open;
    const fresh = new Connection({ connectionString: url, application_name: 'sluis windows', ...limits });
    await fresh.connect();
    open = fresh;
    return fresh;
  };
  return <Answer>(work: (connection: Connection) => Promise<Answer>): Promise<Answer> => {
    waiting += 1;
    const done = last.then(async () => {
      try {
        return await work(await connect());
      } finally {
        waiting -= 1;
        if (waiting === 0) {
          await open?.end();
          open = null;
        }
      }
    });
    last = done.catch(() => {});
    return done;
  };
}
