import type { Statement } from '../../ground/statement.ts';

const STANDS = "state in ('joined', 'undo-proposed')";
const BY_DATES = ['legal_representations', 'administrations'] as const;
const SAME_KIND = (table: string) => (table === 'administrations' ? 'and own.kind = t.kind' : '');
const KEY = (table: string) =>
  `t.organisation = m.organisation and t.valid_from = m.began_at${table === 'administrations' ? ' and t.kind = m.kind' : ''}`;

/** Joins that were made later and touch the person who stays, and those that lie on top of them in turn. */
export const firstOnTop: Statement = {
  name: 'join_parts.first_on_top',
  text: `with recursive above as (
      select id, kept, place from person_joins where id = $1
      union
      select j.id, j.kept, j.place from person_joins j join above on j.place > above.place and above.kept in (j.kept, j.other)
      where j.${STANDS}
    )
    select id from above where id <> $1 order by place desc limit 1`,
};
export const liesOnAnother: Statement = {
  name: 'join_parts.lies_on_another',
  text: `select exists (select from person_joins j join person_joins own on own.id = $1
    where j.${STANDS} and j.place < own.place and j.kept in (own.kept, own.other)) as beneath`,
};

// What the joined person has now, as far as it begins no later than a row does.
const STILL_HAS = (own: string) =>
  `own.person = $3 and ${own} and own.valid_from <= greatest(t.valid_from, $4::timestamptz)
    and coalesce(own.valid_until, 'infinity') > greatest(own.valid_from, $4::timestamptz)`;
const WEIGH = (table: string, row: string, until: string): Statement => ({
  name: `join_parts.weigh_${table}`,
  text: `update person_join_moves m
    set former_until = nullif(case when cover.until is null then t.valid_until
      else least(coalesce(m.former_until, 'infinity'), cover.until) end, 'infinity')
    from ${table} t, lateral (${until}) cover
    where m.join_id = $1 and m.of_table = '${table}' and m.what = 'ended' and ${row}
      and t.valid_until = greatest($2::timestamptz, t.valid_from)
      and (m.former_until is null or m.former_until > $4::timestamptz)`,
});
/**
 * Rows that ended at the join ($2), because the person ($3) had the same another way, come back for as long as that stands at $4: what an
 * organisation took away meanwhile stays away.
 */
export const weighEnded: readonly Statement[] = [
  WEIGH(
    'user_rights',
    't.id = m.row_id',
    `select case when count(*) = count(each.until) then min(each.until) end as until from (
      select (select max(least(coalesce(r.valid_until, 'infinity'), coalesce(own.valid_until, 'infinity')))
        from user_rights r join work_relations own on own.id = r.work_relation
        where ${STILL_HAS('r.organisation = t.organisation')} and r.application = t.application and r.user_right = t.user_right
          and (context = any(r.contexts) or context is null and r.contexts = '{}')
          and r.valid_from <= greatest(t.valid_from, $4::timestamptz)
          and coalesce(r.valid_until, 'infinity') > greatest(r.valid_from, $4::timestamptz)) as until
      from unnest(case when t.contexts = '{}' then array[null]::text[] else t.contexts end) context) each`,
  ),
  ...(['work_relations', ...BY_DATES] as const).map((table) =>
    WEIGH(
      table,
      table === 'work_relations'
        ? 't.id = m.row_id'
        : `${KEY(table)} and t.person = coalesce(m.former_person, t.person) and t.person = any(array[$3, $5]::uuid[])`,
      `select max(coalesce(own.valid_until, 'infinity')) as until from ${table} own
        where ${STILL_HAS('own.organisation = t.organisation')} ${SAME_KIND(table)}`,
    ),
  ),
];

// What was allowed since joins of the other person ($2), and of those who go with them.
const BENEATH = `with recursive own as (
    select $2::uuid as id
    union select j.other from person_joins j join own on j.kept = own.id where j.${STANDS}
  ), m as (
    select moves.*, j.kept, j.other, j.decided_at from person_join_moves moves join person_joins j on j.id = moves.join_id
    where j.kept in (select id from own) and j.${STANDS} and moves.what = 'allowed'
  )`;
const SUSPENDED = `case when t.valid_until is not distinct from m.former_until
    then greatest(m.decided_at, t.valid_from) else t.valid_until end`;
const WAITS_AGAIN = `update person_join_moves back set what = 'waits' from changed
    where back.join_id = changed.join_id and back.place = changed.place`;
/**
 * What waited since a join beneath, and was allowed to the person joined further ($1), was allowed to somebody who is parted now: for the
 * other one ($2) it waits again. Rights come first: they are known by the person of their work relation.
 */
export const waitAgain: readonly Statement[] = [
  {
    name: 'join_parts.wait_again_rights',
    text: `${BENEATH}, changed as (
        update user_rights t set work_relation = m.former_relation, valid_until = ${SUSPENDED} from m
        where m.of_table = 'user_rights' and t.id = m.row_id
          and exists (select from work_relations w where w.id = t.work_relation and w.person = $1)
        returning m.join_id, m.place
      ) ${WAITS_AGAIN}`,
  },
  {
    name: 'join_parts.wait_again_relations',
    text: `${BENEATH}, changed as (
        update work_relations t set person = coalesce(m.former_person, m.other), valid_until = ${SUSPENDED} from m
        where m.of_table = 'work_relations' and t.id = m.row_id and t.person = $1
        returning m.join_id, m.place
      ) ${WAITS_AGAIN}`,
  },
  ...BY_DATES.map((table) => ({
    name: `join_parts.wait_again_${table}`,
    text: `${BENEATH}, changed as (
        update ${table} t set person = coalesce(m.former_person, m.other), valid_until = ${SUSPENDED} from m
        where m.of_table = '${table}' and ${KEY(table)} and t.person = $1
        returning m.join_id, m.place
      ) ${WAITS_AGAIN}`,
  })),
];

/** A link that was made while two passed as one may be of either: whoever logs in by it could be the other one. */
export const endLinksSince: Statement = {
  name: 'join_parts.end_links_since',
  text: `update eidas_links t set ended_at = $4, ended_reason = 'persons-parted'
    where t.person = $2 and t.ended_at is null and t.linked_at > $3::timestamptz
      and not exists (select from person_join_moves m where m.join_id = $1 and m.of_table = 'eidas_links' and m.row_id = t.id)`,
};
