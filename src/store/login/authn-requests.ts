import type { AssuranceLevel } from '../../domain/assurance/index.ts';
import type { CountryCode } from '../../domain/eidas-country/index.ts';
import type { AttemptId, AuthnRequestStore } from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { hashId } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

type RequestRow = {
  attempt: Buffer;
  country: string;
  assurance: AssuranceLevel;
  attributes: string[];
  issued_at: Date;
  expires_at: Date;
  answer_sealed: Buffer | null;
};

const add: Statement = {
  name: 'eidas_requests.add',
  text: `insert into eidas_requests (id, attempt, country, assurance, attributes, issued_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};
const find: Statement = {
  name: 'eidas_requests.find',
  readsOnly: true,
  text: `select attempt, country, assurance, attributes, issued_at, expires_at, answer_sealed from eidas_requests
    where id = $1`,
};
const take: Statement = {
  name: 'eidas_requests.take',
  text: 'update eidas_requests set taken_at = $2, answer_sealed = $3 where id = $1 and taken_at is null',
};
const remember: Statement = {
  name: 'eidas_requests.remember',
  text: `insert into used_ids (id_hash, expires_at) select id_hash, $2::timestamptz from unnest($1::bytea[]) as id_hash
    on conflict (id_hash) do nothing`,
};
const wereSeen: Statement = {
  name: 'eidas_requests.were_seen',
  readsOnly: true,
  text: 'select 1 from used_ids where id_hash = any($1::bytea[]) limit 1',
};

/** Requests sent to member states, and the ids of messages that came back. */
export function authnRequestsIn({ queries, protection, ensurePartition }: StoreContext): AuthnRequestStore {
  return {
    async add(request) {
      await ensurePartition('eidas_requests', request.expiresAt);
      await queries.changeUnheard(add, [
        request.id,
        protection.seal('eidas_requests.attempt', request.id, request.attempt),
        request.country,
        request.assurance,
        request.attributes,
        request.issuedAt,
        request.expiresAt,
      ]);
    },
    async find(id) {
      const row = await queries.first<RequestRow>(find, [id]);
      if (row === null) return null;
      return {
        id,
        attempt: protection.open('eidas_requests.attempt', id, row.attempt) as AttemptId,
        country: row.country as CountryCode,
        assurance: row.assurance,
        attributes: row.attributes,
        issuedAt: row.issued_at,
        expiresAt: row.expires_at,
        answeredBy:
          row.answer_sealed && protection.open('eidas_requests.answer_sealed', id, row.answer_sealed),
      };
    },
    async take(id, at, handle) {
      const sealed = protection.seal('eidas_requests.answer_sealed', id, handle);
      await queries.changeSurely(take, [id, at, sealed]);
    },
    wereSeen: async (ids) => (await queries.first(wereSeen, [ids.map(hashMessage)])) !== null,
    rememberNew: (ids, until) => queries.changeSurely(remember, [ids.map(hashMessage), until], ids.length),
  };
}

function hashMessage(id: string): Buffer {
  return hashId('eidas-message', id);
}
