import { later } from '../../base/time.ts';
import type { DroppedWindows } from './drop-windows.ts';
import type { Partitions } from './partitions.ts';
import type { Queries, Statement } from './statement.ts';

/** What the worker does to keep the database small: safe to run in several processes at once. */
export type Upkeep = {
  /**
   * Makes the coming windows of partitioned tables, removes what may be forgotten and drops windows long past. Those that somebody
   * reads are `held` until the next time.
   */
  run(at: Date): Promise<DroppedWindows & { readonly removed: number }>;
};

const BATCH = 10_000;

/** A statement that removes a batch at a time of what may be forgotten, and how long after its moment. */
export type Forgotten = readonly [statement: Statement, after: number];

/** Removes rows of a table whose moment lies before `$1`, a batch at a time. All three names are written in the code of their subject. */
export function forget(table: string, key: string, moment: string): Statement {
  return {
    name: `upkeep.${table}`,
    text: `delete from ${table} where ${key} in (
      select ${key.replace(/[()]/g, '')} from ${table} where ${moment} < $1 limit ${BATCH} for update skip locked)`,
  };
}

/** The upkeep of windows, and of what each subject forgets. */
export function upkeepOf(queries: Queries, partitions: Partitions, forgotten: readonly Forgotten[]): Upkeep {
  const removeAll = async (statement: Statement, before: Date) => {
    let total = 0;
    for (let removed = BATCH; removed === BATCH; total += removed)
      removed = await queries.change(statement, [before]);
    return total;
  };
  return {
    async run(at) {
      // Windows ahead that cannot be made now are a reason to complain, not to keep what may be forgotten.
      const made = await partitions.ensureAhead(at).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      let removed = 0;
      for (const [statement, after] of forgotten) removed += await removeAll(statement, later(at, -after));
      const windows = await partitions.dropExpired(at);
      if (made !== null) throw made.error;
      return { ...windows, removed };
    },
  };
}
