import { DAY, later } from '../../base/time.ts';
import { mailUpkeep } from '../mail/mail-upkeep.ts';
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
/** What bounds how often something is asked for looks back an hour; it stays a day, and so do locks that nobody let go. */
const COUNTED_FOR = DAY;

/** A text that nobody went on with. */
const DRAFTS_KEPT = 90 * DAY;

/** Removes rows of a table whose moment lies before `$1`, a batch at a time. All three names come from the table below. */
function forget(table: string, key: string, moment: string): Statement {
  return {
    name: `upkeep.${table}`,
    text: `delete from ${table} where ${key} in (
      select ${key.replace(/[()]/g, '')} from ${table} where ${moment} < $1 limit ${BATCH} for update skip locked)`,
  };
}

/** What is forgotten, and how long after its moment. */
const forgotten: readonly (readonly [statement: Statement, after: number])[] = [
  [forget('used_ids', 'id_hash', 'expires_at'), 0],
  [forget('matching_tries', 'id', 'expires_at'), 0],
  ...mailUpkeep,
  [forget('email_codes', 'id', 'expires_at'), COUNTED_FOR],
  [forget('kept_forms', 'id_hash', 'expires_at'), 0],
  [forget('request_links', 'token_hash', 'expires_at'), 0],
  [forget('link_askings', 'id', 'at'), COUNTED_FOR],
  // Longer than anything that could rest on it lives.
  [forget('endings', 'id', 'ended_at'), 2 * DAY],
  [forget('case_locks', 'case_id', 'seen_at'), COUNTED_FOR],
  // A question may be due in ninety days, and its reminder may give more.
  [forget('case_arrivals', 'id', 'arrived_at'), 120 * DAY],
  [forget('case_drafts', '(case_id, agent, kind)', 'at'), DRAFTS_KEPT],
  [forget('refusal_counts', '(minute, kind, reason)', 'minute'), 400 * DAY],
];

export function upkeepOf(queries: Queries, partitions: Partitions): Upkeep {
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
