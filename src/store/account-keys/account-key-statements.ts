import { type Statement, statementInParts } from '../ground/statement.ts';
import { KEY_COLUMNS } from './key-row.ts';

const FROM = 'account_keys k join persons p on p.id = k.person';

export const find: Statement = {
  name: 'account_keys.find',
  readsOnly: true,
  text: `select ${KEY_COLUMNS} from ${FROM} where k.id = $1`,
};
export const findLive: Statement = {
  name: 'account_keys.find_live',
  readsOnly: true,
  text: `select ${KEY_COLUMNS} from ${FROM} where k.kind = $1 and k.look_up = $2 and k.ended_at is null`,
};
/** Ended ones too: whoever still holds one is told what became of it. */
export const findPasskey: Statement = {
  name: 'account_keys.find_passkey',
  readsOnly: true,
  text: `select ${KEY_COLUMNS} from ${FROM} where k.kind = 'passkey' and k.look_up = $1`,
};
export const liveOf: Statement = {
  name: 'account_keys.live_of_person',
  readsOnly: true,
  text: `select ${KEY_COLUMNS} from ${FROM} where k.ended_at is null
    and k.person in (select id from persons where id = $1 or joined_into = $1) order by k.bound_at, k.id`,
};
export const add: Statement = {
  name: 'account_keys.add',
  text: `insert into account_keys
      (id, person, kind, look_up, content_sealed, counter, is_synced, is_backed_up, assurance, bound_by, counts, bound_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
};
export const addCodes: Statement = {
  name: 'account_keys.add_codes',
  text: 'insert into recovery_codes (key_id, code_hash) select $1, each from unnest($2::bytea[]) as each',
};
export const setContent: Statement = {
  name: 'account_keys.set_content',
  text: 'update account_keys set content_sealed = $2 where id = $1 and ended_at is null',
};
export const end = statementInParts(
  'account_keys.end',
  [
    `keys_ended as (
      update account_keys set ended_at = $2, ended_reason = $3 where id = any($1::uuid[]) and ended_at is null returning id
    )`,
  ],
  `insert into endings (id, before, ended_at) select id, 'infinity', $2 from keys_ended on conflict (id) do nothing`,
);
// A counter of 0 on both sides says that the authenticator counts nothing (WebAuthn level 3, 6.1.1).
export const markPasskeyUsed: Statement = {
  name: 'account_keys.mark_passkey_used',
  text: `update account_keys set last_used_at = $2, counter = $3, is_backed_up = $5
    where id = $1 and ended_at is null and ($4 or counter < $3 or (counter = 0 and $3 = 0))`,
};
export const markStepUsed: Statement = {
  name: 'account_keys.mark_step_used',
  text: 'update account_keys set counter = $2, last_used_at = $3 where id = $1 and ended_at is null and counter < $2',
};
export const markUsed: Statement = {
  name: 'account_keys.mark_used',
  text: 'update account_keys set last_used_at = $2 where id = $1 and ended_at is null',
};
export const forgetTries: Statement = {
  name: 'account_keys.forget_tries',
  text: 'update account_keys set tries = 0 where id = $1',
};
// The row stays locked from here on: codes that are tried side by side are counted one after the other.
export const countTry: Statement = {
  name: 'account_keys.count_try',
  text: `update account_keys set tries = case when tries_from > $3 then least(tries + 1, 1000) else 1 end,
      tries_from = case when tries_from > $3 then tries_from else $2 end
    where id = $1 returning tries, tries_from`,
};
export const findCode: Statement = {
  name: 'account_keys.find_code',
  readsOnly: true,
  text: 'select key_id from recovery_codes where key_id = $1 and code_hash = $2 and used_at is null',
};
export const useCode: Statement = {
  name: 'account_keys.use_code',
  text: 'update recovery_codes set used_at = $3 where key_id = $1 and code_hash = $2 and used_at is null',
};
