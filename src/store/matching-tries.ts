import { DAY, later } from '../base/time.ts';
import type { MatchingAttemptStore } from '../domain/identity-matching/index.ts';
import type { StoreContext } from './context.ts';
import { encodeJson } from './json.ts';
import { hashIdentifier } from './links.ts';
import { sealedRow } from './sealing.ts';
import type { Statement } from './statement.ts';

/**
 * Implementing Regulation (EU) 2025/846 article 5 allows six to twelve months. A window of the log is dropped up to a month
 * after its first row is due, so that no row stays longer than twelve.
 */
const LOG_RETENTION = 334 * DAY;

type CountRow = { identifier: number; address: number; by_identifier: Date | null; by_address: Date | null };

// Both locks in one order, so that two tries never wait for each other.
const lock: Statement = {
  name: 'matching.lock',
  text: `select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(encode(hash, 'hex'), 1) as key from unnest(array[$1, $2]::bytea[]) hash order by key
    ) keys`,
};
const count: Statement = {
  name: 'matching.count',
  text: `select
      (select count(*)::int from matching_tries where identifier_hash = $1 and tried_at > $3) as identifier,
      (select count(*)::int from matching_tries where address_hash = $2 and tried_at > $3) as address,
      (select min(tried_at) from matching_tries where identifier_hash = $1 and tried_at > $3) as by_identifier,
      (select min(tried_at) from matching_tries where address_hash = $2 and tried_at > $3) as by_address`,
};
const add: Statement = {
  name: 'matching.add_try',
  text: 'insert into matching_tries (identifier_hash, address_hash, tried_at, expires_at) values ($1, $2, $3, $4)',
};
const forget: Statement = {
  name: 'matching.forget',
  text: 'delete from matching_tries where identifier_hash = $1',
};
const log: Statement = {
  name: 'matching.log',
  text: `insert into matching_log (at, correlation, country, identifier_hash, outcome, compared, remove_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

/**
 * Counts tries and keeps the matching log. A try beyond the bounds is answered with a count above them and not kept itself, so
 * that knocking on does not lengthen the wait.
 */
export function matchingTriesIn({
  queries,
  protection,
  ensurePartition,
}: StoreContext): MatchingAttemptStore {
  const hashes = (identifier: Parameters<MatchingAttemptStore['countTry']>[0], address: string) => [
    hashIdentifier(protection, identifier),
    protection.hash('network-address', address),
  ];
  const countNow = async (keys: readonly Buffer[], since: Date): Promise<CountRow> => {
    const row = await queries.first<CountRow>(count, [...keys, since]);
    return row ?? { identifier: 0, address: 0, by_identifier: null, by_address: null };
  };
  return {
    async countTry(identifier, address, at, bounds) {
      const keys = hashes(identifier, address);
      await queries.all(lock, keys);
      const before = await countNow(keys, later(at, -bounds.windowMilliseconds));
      if (before.identifier < bounds.perIdentifier && before.address < bounds.perAddress) {
        await queries.change(add, [...keys, at, later(at, bounds.windowMilliseconds)]);
      }
      const counted = {
        identifier: before.identifier + 1,
        address: before.address + 1,
        by_identifier: before.by_identifier ?? at,
        by_address: before.by_address ?? at,
      };
      return { identifier: counted.identifier, address: counted.address, oldest: decisive(counted, bounds) };
    },
    async triesOf(identifier, address, at, bounds) {
      const now = await countNow(hashes(identifier, address), later(at, -bounds.windowMilliseconds));
      return { identifier: now.identifier, address: now.address, oldest: decisive(now, bounds) };
    },
    async forget(identifier) {
      await queries.change(forget, [hashIdentifier(protection, identifier)]);
    },
    async log(entry) {
      const { presented, registered, comparisons } = entry;
      const removeAt = later(entry.at, LOG_RETENTION);
      await ensurePartition('matching_log', removeAt);
      const identifier = hashIdentifier(protection, entry.identifier);
      const compared = protection.seal(
        'matching_log.compared',
        sealedRow(identifier, entry.at, entry.correlation, entry.outcome),
        encodeJson({ presented, registered, comparisons }),
      );
      await queries.change(log, [
        entry.at,
        entry.correlation,
        entry.country,
        identifier,
        entry.outcome,
        compared,
        removeAt,
      ]);
    },
  };
}

/** The oldest try of the bound that is reached: when it leaves the window, one may try again. */
function decisive(row: CountRow, bounds: { perIdentifier: number; perAddress: number }): Date | null {
  const reached = [
    row.identifier >= bounds.perIdentifier ? row.by_identifier : null,
    row.address >= bounds.perAddress ? row.by_address : null,
  ].filter((moment) => moment !== null);
  if (reached.length === 0) return row.by_identifier;
  return reached.reduce((latest, moment) => (moment > latest ? moment : latest));
}
