import { DAY, later } from '../base/time.ts';
import { mailUpkeep } from './mail-upkeep.ts';
import type { Partitions } from './partitions.ts';
import type { Queries, Statement } from './statement.ts';

/** What the worker does to keep the database small: safe to run in several processes at once. */
export type Upkeep = {
  /** Makes the coming windows of partitioned tables, drops those long past and removes what may be forgotten. */
  run(at: Date): Promise<{ readonly dropped: readonly string[]; readonly removed: number }>;
};

const BATCH = 10_000;
/** What bounds how often something is asked for looks back an hour; it stays a day, and so do locks that nobody let go. */
const COUNTED_FOR = DAY;

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
const forgetCodes: Statement = {
  name: 'upkeep.email_codes',
  text: `delete from email_codes where id in (
      select id from email_codes where expires_at < $1 limit ${BATCH} for update skip locked)`,
};
const forgetRequestLinks: Statement = {
  name: 'upkeep.request_links',
  text: `delete from request_links where token_hash in (
      select token_hash from request_links where expires_at < $1 limit ${BATCH} for update skip locked)`,
};
const forgetAskings: Statement = {
  name: 'upkeep.link_askings',
  text: `delete from link_askings where id in (
      select id from link_askings where at < $1 limit ${BATCH} for update skip locked)`,
};
const forgetLocks: Statement = {
  name: 'upkeep.case_locks',
  text: `delete from case_locks where case_id in (
      select case_id from case_locks where seen_at < $1 limit ${BATCH} for update skip locked)`,
};

export function upkeepOf(queries: Queries, partitions: Partitions): Upkeep {
  const removeAll = async (statement: Statement, before: Date) => {
    let total = 0;
    for (let removed = BATCH; removed === BATCH; total += removed)
      removed = await queries.change(statement, [before]);
    return total;
  };
  const removeMail = async (at: Date) => {
    let total = 0;
    for (const [statement, after] of mailUpkeep) total += await removeAll(statement, later(at, -after));
    return total;
  };
  return {
    async run(at) {
      await partitions.ensureAhead(at);
      const dropped = await partitions.dropExpired(at);
      const removed =
        (await removeAll(forgetUsedIds, at)) +
        (await removeAll(forgetTries, at)) +
        (await removeMail(at)) +
        (await removeAll(forgetCodes, later(at, -COUNTED_FOR))) +
        (await removeAll(forgetRequestLinks, at)) +
        (await removeAll(forgetAskings, later(at, -COUNTED_FOR))) +
        (await removeAll(forgetLocks, later(at, -COUNTED_FOR)));
      return { dropped, removed };
    },
  };
}
