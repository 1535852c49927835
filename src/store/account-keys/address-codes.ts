import { HOUR, later, MINUTE } from '../../base/time.ts';
import type { AddressCodeStore, CodePurpose } from '../../domain/account-keys/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { lockKeys } from '../ground/lock-keys.ts';
import { hashEmail } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const HOLDS = 15 * MINUTE;
const MOST_TRIES = 5;
const BETWEEN = MINUTE;
/** For one login or person, and for one address from one network: a stranger uses up what is theirs, and nothing of anybody else's. */
const MOST_AN_HOUR = 5;
/** For one address from everywhere together: nobody's inbox is filled. */
const MOST_TO_ADDRESS = 20;
/** From one network to all addresses together: many people may share one. */
const MOST_FROM_NETWORK = 200;

type SentRow = {
  by_purpose: number;
  by_network: number;
  by_address: number;
  from_network: number;
  last: Date | null;
  oldest: Date | null;
};

const sent: Statement = {
  name: 'address_codes.sent',
  text: `select count(*) filter (where purpose_hash = $1)::int as by_purpose,
      count(*) filter (where address_hash = $2 and network_hash = $3)::int as by_network,
      count(*) filter (where address_hash = $2)::int as by_address,
      count(*) filter (where network_hash = $3)::int as from_network,
      max(sent_at) filter (where purpose_hash = $1) as last, min(sent_at) as oldest
    from address_codes where (purpose_hash = $1 or address_hash = $2 or network_hash = $3) and sent_at > $4`,
};
const add: Statement = {
  name: 'address_codes.add',
  text: `insert into address_codes (purpose_hash, address_hash, network_hash, code_hash, sent_at, expires_at)
    values ($1, $2, $3, $4, $5, $6)`,
};
// The row stays locked from the count on: guesses sent side by side are counted one after the other.
const check: Statement = {
  name: 'address_codes.check',
  text: `update address_codes set tries = tries + case when code_hash = $3 then 0 else 1 end
    where id = (select id from address_codes where purpose_hash = $1 order by id desc limit 1)
      and address_hash = $2 and used_at is null and expires_at > $4 and tries < ${MOST_TRIES}
    returning code_hash = $3 as is_right, tries`,
};
const useUp: Statement = {
  name: 'address_codes.use_up',
  text: `update address_codes set used_at = $2
    where id = (select id from address_codes where purpose_hash = $1 order by id desc limit 1)
      and used_at is null and expires_at > $2 and tries < ${MOST_TRIES}`,
};

/** Codes in mails: only the newest of a login or a person counts, and only as a keyed hash with what it is for. */
export function addressCodesIn({ queries, protection }: StoreContext): AddressCodeStore {
  const hashPurpose = (purpose: CodePurpose) => protection.hash('code-purpose', wordsOf(purpose));
  const hashCode = (purpose: CodePurpose, code: string) =>
    protection.hash('email-code', `${wordsOf(purpose)} ${code}`);
  return {
    async keep({ purpose, address, network, code, at }) {
      const [own, to] = [hashPurpose(purpose), hashEmail(protection, address)];
      const from = network === null ? null : protection.hash('network-address', network);
      await lockKeys(queries, [own, to]);
      const row = await queries.first<SentRow>(sent, [own, to, from, later(at, -HOUR)]);
      if (row !== null && row.last !== null && later(row.last, BETWEEN) > at)
        return { kind: 'too-soon', until: later(row.last, BETWEEN) };
      const isFull =
        row !== null &&
        (Math.max(row.by_purpose, row.by_network) >= MOST_AN_HOUR ||
          row.by_address >= MOST_TO_ADDRESS ||
          row.from_network >= MOST_FROM_NETWORK);
      if (isFull) return { kind: 'too-many', until: later(row.oldest ?? at, HOUR) };
      const values = [own, to, from, hashCode(purpose, code), at, later(at, HOLDS)];
      await queries.changeUnheard(add, values);
      return { kind: 'kept' };
    },
    async check(purpose, address, code, at) {
      const values = [hashPurpose(purpose), hashEmail(protection, address), hashCode(purpose, code), at];
      const row = await queries.first<{ is_right: boolean; tries: number }>(check, values);
      if (row?.is_right === true) return { kind: 'right' };
      return { kind: 'wrong', triesLeft: row === null ? 0 : MOST_TRIES - row.tries };
    },
    async useUp(purpose, at) {
      await queries.changeSurely(useUp, [hashPurpose(purpose), at]);
    },
  };
}

function wordsOf(purpose: CodePurpose): string {
  return purpose.kind === 'login' ? `login ${purpose.mark}` : `address ${purpose.person}`;
}
