import type { Connection } from './connection.ts';

/** Names of windows; those that somebody read are `held` and still there. */
export type DroppedWindows = { readonly dropped: readonly string[]; readonly held: readonly string[] };

/** Milliseconds that it waits for whoever reads: everybody who comes later waits behind it. */
const LOCK_TIMEOUT = 500;
/** lock_not_available, query_canceled, another window that is half detached, deadlock_detected. */
const HELD = ['55P03', '57014', '55000', '40P01'];
/** Of one at a time: two workers would find each other's half. */
const TAKE_TURN = `select pg_try_advisory_lock(hashtext('sluis partition'), hashtext('drop')) as mine`;
const END_TURN = `select pg_advisory_unlock(hashtext('sluis partition'), hashtext('drop'))`;

type Expired = {
  readonly name: string;
  /** The statement that the window needs next to be cut off from its table; `null` when it is. */
  readonly detach: string | null;
  readonly drop: string;
};

/**
 * Windows whose time is long past, with the statements that end them: those in their table, those that were cut off half, and
 * those that were cut off and still stand, because somebody read them.
 */
const EXPIRED = `with windows as (
    select spec.table_name, child.oid, child.relname, kin.inhdetachpending,
      to_timestamp(right(child.relname, 11), 'YYYYMMDD"t"HH24')::timestamp at time zone 'UTC' as lower, spec.width, spec.keep
    from partitioned_tables spec
    join pg_class parent on parent.oid = to_regclass(spec.table_name)
    join pg_class child on child.relnamespace = parent.relnamespace and child.relkind = 'r'
      and child.relname ~ ('^' || spec.table_name || '_[0-9]{8}t[0-9]{2}$')
    left join pg_inherits kin on kin.inhrelid = child.oid and kin.inhparent = parent.oid
    where spec.keep is not null
  )
  select relname::text as name,
    case inhdetachpending
      when true then format('alter table %s detach partition %s finalize', to_regclass(table_name), oid::regclass)
      when false then format('alter table %s detach partition %s concurrently', to_regclass(table_name), oid::regclass)
    end as detach,
    format('drop table %s', oid::regclass) as drop
  from windows cross join lateral partition_window(lower, width) part
  where part.upper + keep <= $1
  order by inhdetachpending desc nulls first, relname`;

/**
 * Drops what is past without making anybody wait: a window is cut off first while others read and write the table, then dropped
 * alone. One that is held, by a backup for instance, stays until a later time.
 */
export async function dropWindows(connection: Connection, at: Date): Promise<DroppedWindows> {
  const dropped: string[] = [];
  const held: string[] = [];
  const turn = await connection.query<{ mine: boolean }>(TAKE_TURN);
  if (!turn.rows[0]?.mine) return { dropped, held };
  await connection.query(`set lock_timeout = ${LOCK_TIMEOUT}`);
  try {
    const { rows } = await connection.query<Expired>(EXPIRED, [at]);
    for (const { name, detach, drop } of rows) {
      try {
        if (detach !== null) await connection.query(detach);
        await connection.query(drop);
        dropped.push(name);
      } catch (error) {
        if (!isHeld(error)) throw error;
        held.push(name);
      }
    }
  } finally {
    if (connection.isUsable) {
      await connection.query('reset lock_timeout');
      await connection.query(END_TURN);
    }
  }
  return { dropped, held };
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && HELD.includes(String(error.code));
}
