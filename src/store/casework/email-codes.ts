import { HOUR, later, MINUTE } from '../../base/time.ts';
import type { CaseId, EmailCodeStore } from '../../domain/casework/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { lockKeys } from '../ground/lock-keys.ts';
import { hashEmail, type Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';

const HOLDS = 15 * MINUTE;
const MOST_TRIES = 5;
const BETWEEN = MINUTE;
/** Per case and per address: nobody's inbox is filled from many requests either. */
const MOST_AN_HOUR = 5;

type SentRow = { by_case: number; by_email: number; last: Date | null };
type TriedRow = { is_right: boolean; tries: number };

const sent: Statement = {
  name: 'email_codes.sent',
  readsOnly: true,
  text: `select count(*) filter (where case_id = $1)::int as by_case, count(*) filter (where email_hash = $2)::int as by_email,
      max(sent_at) filter (where case_id = $1) as last
    from email_codes where (case_id = $1 or email_hash = $2) and sent_at > $3`,
};
const add: Statement = {
  name: 'email_codes.add',
  text: 'insert into email_codes (case_id, email_hash, code_hash, sent_at, expires_at) values ($1, $2, $3, $4, $5)',
};
// The row stays locked from the count on: guesses sent side by side are counted one after the other.
const take: Statement = {
  name: 'email_codes.take',
  text: `update email_codes set tries = tries + 1, used_at = case when code_hash = $3 then $4::timestamptz end
    where id = (select id from email_codes where case_id = $1 order by id desc limit 1)
      and email_hash = $2 and used_at is null and expires_at > $4 and tries < ${MOST_TRIES}
    returning used_at is not null as is_right, tries`,
};

/** Codes that prove an e-mail address: only the newest of a case counts, and only as a keyed hash with its case. */
export function emailCodesIn({ queries, protection }: StoreContext): EmailCodeStore {
  return {
    async keep(id, email, code, at) {
      const address = hashEmail(protection, email);
      await lockKeys(queries, [Buffer.from(id), address]);
      const row = await queries.first<SentRow>(sent, [id, address, later(at, -HOUR)]);
      if (row !== null && row.last !== null && later(row.last, BETWEEN) > at) return { kind: 'too-soon' };
      if (row !== null && Math.max(row.by_case, row.by_email) >= MOST_AN_HOUR) return { kind: 'too-many' };
      await queries.changeUnheard(add, [id, address, hashCode(protection, id, code), at, later(at, HOLDS)]);
      return { kind: 'kept' };
    },
    async take(id, email, code, at) {
      const values = [id, hashEmail(protection, email), hashCode(protection, id, code), at];
      const row = await queries.first<TriedRow>(take, values);
      if (row?.is_right === true) return { kind: 'right' };
      return { kind: 'wrong', triesLeft: row === null ? 0 : MOST_TRIES - row.tries };
    },
  };
}

function hashCode(protection: Protection, id: CaseId, code: string): Buffer {
  return protection.hash('email-code', `${id} ${code}`);
}
