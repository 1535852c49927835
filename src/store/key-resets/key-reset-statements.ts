import type { Statement } from '../ground/statement.ts';

const COLUMNS = `id, person, reason_sealed, language, proposed_by, proposed_at, decided_by, decided_at, comment_sealed, opens_at, sent_at,
  expires_at, ended_at, ending, ended_by`;

export const reported: Statement = {
  name: 'lost_key_reports.reported',
  text: `select count(*)::int as reports, min(reported_at) as oldest from lost_key_reports
    where network_hash = $1 and reported_at > $2`,
};
export const report: Statement = {
  name: 'lost_key_reports.add',
  text: `insert into lost_key_reports (reference, person, language, network_hash, reported_at, expires_at)
    values ($1, $2, $3, $4, $5, $6)`,
};
export const findReport: Statement = {
  name: 'lost_key_reports.find',
  readsOnly: true,
  text: 'select reference, person, language from lost_key_reports where reference = $1 and expires_at > $2',
};
export const propose: Statement = {
  name: 'key_resets.propose',
  text: `insert into key_resets (id, person, reason_sealed, language, proposed_by, proposed_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (person) where ended_at is null do nothing`,
};
export const underWay: Statement = {
  name: 'key_resets.under_way',
  readsOnly: true,
  text: `select ${COLUMNS} from key_resets where person = $1 and ended_at is null and expires_at > $2`,
};
export const find: Statement = {
  name: 'key_resets.find',
  readsOnly: true,
  text: `select ${COLUMNS} from key_resets where id = $1`,
};
export const hold: Statement = {
  name: 'key_resets.hold',
  text: `select ${COLUMNS} from key_resets where id = $1 for update`,
};
export const findByBind: Statement = {
  name: 'key_resets.find_by_bind',
  readsOnly: true,
  text: `select ${COLUMNS} from key_resets where bind_hash = $1`,
};
export const findByStop: Statement = {
  name: 'key_resets.find_by_stop',
  readsOnly: true,
  text: `select ${COLUMNS} from key_resets where stop_hash = $1`,
};
export const holdByBind: Statement = {
  name: 'key_resets.hold_by_bind',
  text: `select ${COLUMNS} from key_resets where bind_hash = $1 for update`,
};
export const holdByStop: Statement = {
  name: 'key_resets.hold_by_stop',
  text: `select ${COLUMNS} from key_resets where stop_hash = $1 for update`,
};
export const list: Statement = {
  name: 'key_resets.list',
  readsOnly: true,
  text: `(select ${COLUMNS} from key_resets where ended_at is null order by proposed_at, id limit 100)
    union all
    (select ${COLUMNS} from key_resets where ended_at is not null order by proposed_at desc, id limit 50)`,
};
export const agree: Statement = {
  name: 'key_resets.agree',
  text: `update key_resets set decided_by = $2, decided_at = $3, comment_sealed = $4, opens_at = $5, expires_at = $6, stop_hash = $7
    where id = $1 and decided_at is null and ended_at is null`,
};
export const due: Statement = {
  name: 'key_resets.due',
  readsOnly: true,
  text: `select id from key_resets where ended_at is null and sent_at is null and opens_at <= $1
    order by opens_at, id limit 100`,
};
export const markSent: Statement = {
  name: 'key_resets.mark_sent',
  text: `update key_resets set sent_at = $2, bind_hash = $3 where id = $1 and sent_at is null and ended_at is null`,
};
export const end: Statement = {
  name: 'key_resets.end',
  text: `update key_resets set ended_at = $2, ending = $3, ended_by = $4,
      decided_by = case when $5::bytea is null then decided_by else $4 end,
      decided_at = case when $5::bytea is null then decided_at else $2 end,
      comment_sealed = coalesce($5, comment_sealed)
    where id = $1 and ended_at is null`,
};
export const expire: Statement = {
  name: 'key_resets.expire',
  text: `update key_resets set ended_at = expires_at, ending = 'expired' where ended_at is null and expires_at <= $1`,
};
export const nameOf: Statement = {
  name: 'key_resets.name_of',
  readsOnly: true,
  text: 'select given_names, family_name from persons where id = $1',
};
