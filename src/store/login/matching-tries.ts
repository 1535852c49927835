import { DAY, later } from '../../base/time.ts';
import {
  allowanceFrom,
  type MatchingAttemptStore,
  type TryCounts,
} from '../../domain/identity-matching/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { encodeJson } from '../ground/json.ts';
import { sealedRow } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { hashIdentifier } from '../persons/index.ts';

/**
 * Implementing Regulation (EU) 2025/846 article 5 allows six to twelve months. A window of the log is dropped up to a month
 * after its first row is due, so that no row stays longer than twelve.
 */
const LOG_RETENTION = 334 * DAY;

// Both locks in one order, so that two tries never wait for each other.
const lock: Statement = {
  name: 'matching.lock',
  text: `select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(encode(hash, 'hex'), 1) as key from unnest(array[$1, $2]::bytea[]) hash order by key
    ) keys`,
};
const count: Statement = {
  name: 'matching.count',
  readsOnly: true,
  text: `select
      (select count(*)::int from matching_tries where identifier_hash = $1 and tried_at > $3) as identifier,
      (select count(*)::int from matching_tries where address_hash = $2 and tried_at > $3) as address,
      (select min(tried_at) from matching_tries where identifier_hash = $1 and tried_at > $3) as oldest,
      (select max(tried_at) from matching_tries where identifier_hash = $1 and tried_at > $3) as latest`,
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
  const countNow = async (keys: readonly Buffer[], since: Date): Promise<TryCounts> => {
    const row = await queries.first<TryCounts>(count, [...keys, since]);
    return row ?? { identifier: 0, address: 0, oldest: null, latest: null };
  };
  return {
    async countTry(identifier, address, at, bounds) {
      const keys = hashes(identifier, address);
      await queries.all(lock, keys);
      const before = await countNow(keys, later(at, -bounds.windowMilliseconds));
      if (allowanceFrom(before, bounds, at).kind === 'open')
        await queries.changeUnheard(add, [...keys, at, later(at, bounds.windowMilliseconds)]);
      const [identifierTries, addressTries] = [before.identifier + 1, before.address + 1];
      return { ...before, identifier: identifierTries, address: addressTries, oldest: before.oldest ?? at };
    },
    async triesOf(identifier, address, at, bounds) {
      return countNow(hashes(identifier, address), later(at, -bounds.windowMilliseconds));
    },
    async forget(identifier) {
      await queries.changeUnheard(forget, [hashIdentifier(protection, identifier)]);
    },
    async log(entry) {
      const { presented, registered, comparisons } = entry;
      const removeAt = later(entry.at, LOG_RETENTION);
      await ensurePartition('matching_log', removeAt);
      const identifier = hashIdentifier(protection, entry.identifier);
      const compared = protection.seal(
        'matching_log.compared',
        sealedRow(identifier, entry.at, entry.correlation, entry.outcome),
        padCompared({ presented, registered, comparisons }),
      );
      await queries.changeUnheard(log, [
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

type Compared = Pick<Parameters<MatchingAttemptStore['log']>[0], 'presented' | 'registered' | 'comparisons'>;

/** What the register answered takes so much room, and twice so much where that is not enough. */
const ROOM = 2048;
const ROOM_OF_PRESENTED = 256;

/**
 * A sealed value is as long as what is in it: with spaces behind it, it is as long whether the register held somebody or nobody, so
 * that who reads the table without the keys does not learn which numbers exist.
 */
function padCompared(compared: Compared): string {
  const text = encodeJson(compared);
  const own = Buffer.byteLength(encodeJson(compared.presented));
  const length = Buffer.byteLength(text);
  const room = Math.ceil(own / ROOM_OF_PRESENTED) * ROOM_OF_PRESENTED;
  const rest = Math.ceil((length - own) / ROOM) * ROOM;
  return text + ' '.repeat(room + rest - length);
}
