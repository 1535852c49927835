import { HOUR, later } from '../../base/time.ts';
import type { AccessLinkStore, CaseId } from '../../domain/casework/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { lockKeys } from '../ground/lock-keys.ts';
import { hashId } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const WINDOW = HOUR;
/** Of one reference with one e-mail address: who types a wrong address uses up nothing of the right person's. */
const MOST_PER_PAIR = 3;
/** More: many people share a network address. */
const MOST_PER_ADDRESS = 20;

const keep: Statement = {
  name: 'request_links.keep',
  text: 'insert into request_links (token_hash, case_id, expires_at) values ($1, $2, $3)',
};
const find: Statement = {
  name: 'request_links.find',
  readsOnly: true,
  text: 'select case_id from request_links where token_hash = $1 and used_at is null and expires_at > $2',
};
const caseOf: Statement = {
  name: 'request_links.case_of',
  readsOnly: true,
  text: 'select case_id from request_links where token_hash = $1',
};
const take: Statement = {
  name: 'request_links.take',
  text: `update request_links set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
    returning case_id`,
};
const endAll: Statement = {
  name: 'request_links.end_all',
  text: 'update request_links set used_at = $2 where case_id = $1 and used_at is null',
};
const askings: Statement = {
  name: 'request_links.askings',
  readsOnly: true,
  text: `select count(*) filter (where key_hash = $1)::int as by_pair,
      count(*) filter (where key_hash = $2)::int as by_address
    from link_askings where key_hash in ($1, $2) and at > $3`,
};
const addAskings: Statement = {
  name: 'request_links.add_askings',
  text: 'insert into link_askings (key_hash, at) values ($1, $3), ($2, $3)',
};

/** Links that open a request: the token itself is never kept. */
export function requestLinksIn({ queries, protection }: StoreContext): AccessLinkStore {
  const idFrom = async (statement: Statement, token: string, at: Date): Promise<CaseId | null> => {
    const row = await queries.first<{ case_id: string }>(statement, [hashToken(token), at]);
    return row === null ? null : (row.case_id as CaseId);
  };
  return {
    async keep(token, id, expiresAt) {
      await queries.changeUnheard(keep, [hashToken(token), id, expiresAt]);
    },
    async caseOf(token) {
      const row = await queries.first<{ case_id: string }>(caseOf, [hashToken(token)]);
      return row === null ? null : (row.case_id as CaseId);
    },
    find: (token, at) => idFrom(find, token, at),
    take: (token, at) => idFrom(take, token, at),
    async endAll(id, at) {
      await queries.changeUnheard(endAll, [id, at]);
    },
    async countAsking({ reference, email, address }, at) {
      const keys = [
        protection.hash('link-asking', `${reference} ${email.toLowerCase()}`),
        protection.hash('network-address', address),
      ];
      await lockKeys(queries, keys);
      const row = await queries.first<{ by_pair: number; by_address: number }>(askings, [
        ...keys,
        later(at, -WINDOW),
      ]);
      const { by_pair, by_address } = row ?? { by_pair: 0, by_address: 0 };
      if (by_pair >= MOST_PER_PAIR || by_address >= MOST_PER_ADDRESS) return false;
      await queries.changeUnheard(addAskings, [...keys, at]);
      return true;
    },
  };
}

function hashToken(token: string): Buffer {
  return hashId('request-link', token);
}
