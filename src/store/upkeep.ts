import { DAY, later } from '../base/time.ts';
import type { Partitions } from './partitions.ts';
import type { Queries, Statement } from './statement.ts';

/** What the worker does to keep the database small: safe to run in several processes at once. */
export type Upkeep = {
  /** Makes the coming windows of partitioned tables, drops those long past and removes what may be forgotten. */
  run(at: Date): Promise<{ readonly dropped: readonly string[]; readonly removed: number }>;
};

const BATCH = 10_000;
const DONE_STAYS = 30 * DAY;

const forgetUsedIds: Statement = {
  name: 'upkeep.used_ids',
  text: `delete from used_ids where id_hash in (
      select id_hash from used_ids where expires_at < $1 limit ${BATCH} for update skip locked)`,
};
const forgetTries: Statement = {
  name: 'upkeep.matching_tries',
  text: `delete from matching_tries where id in (
      select id from matching_tries where expires_at < $1 limit ${BATCH} for update skip locked)`,
};
const forgetDone: Statement = {
  name: 'upkeep.outbox',
  text: `delete from outbox where id in (
      select id from outbox where done_at < $1 limit ${BATCH} for update skip locked)`,
};

export function upkeepOf(queries: Queries, partitions: Partitions): Upkeep {
  const removeAll = async (statement: Statement, before: Date) => {
    let total = 0;
    for (let removed = BATCH; removed === BATCH; total += removed)
      removed = await queries.change(statement, [before]);
    return total;
  };
  return {
    async run(at) {
      await partitions.ensureAhead(at);
      const dropped = await partitions.dropExpired(at);
      const removed =
        (await removeAll(forgetUsedIds, at)) +
        (await removeAll(forgetTries, at)) +
        (await removeAll(forgetDone, later(at, -DONE_STAYS)));
      return { dropped, removed };
    },
  };
}
