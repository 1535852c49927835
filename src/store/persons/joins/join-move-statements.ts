import type { Statement } from '../../ground/statement.ts';

/** What the plan says, row by row, before it is carried out. */
export const plan: Statement = {
  name: 'join_moves.plan',
  text: `insert into person_join_moves
      (join_id, of_table, what, row_id, organisation, kind, began_at, former_until, former_relation, former_person)
    select $1, each.* from jsonb_to_recordset($2::jsonb) as each
      (of_table text, what text, row_id uuid, organisation uuid, kind text, began_at timestamptz, former_until timestamptz,
        former_relation uuid, former_person uuid)`,
};

const PLANNED = (table: string) => `m.join_id = $1 and m.of_table = '${table}'`;
const BY_DATE = (table: string) =>
  `t.organisation = m.organisation and t.valid_from = m.began_at${table === 'administrations' ? ' and t.kind = m.kind' : ''}`;
// Rows without an id are alike for two persons: the plan says whose it is.
const OF_BOTH = 't.person = coalesce(m.former_person, t.person) and t.person = any($3::uuid[])';
const WITH_IDS = ['user_rights', 'work_relations'] as const;
const BY_DATES = ['legal_representations', 'administrations'] as const;

/** Rows that end, or wait: they end at $2. */
export const endById: readonly Statement[] = WITH_IDS.map((table) => ({
  name: `join_moves.end_${table}`,
  text: `update ${table} t set valid_until = greatest($2::timestamptz, t.valid_from) from person_join_moves m
    where ${PLANNED(table)} and m.what in ('ended', 'waits') and t.id = m.row_id`,
}));
/** The same for rows without an id, of the persons $3. */
export const endByDate: readonly Statement[] = BY_DATES.map((table) => ({
  name: `join_moves.end_${table}`,
  text: `update ${table} t set valid_until = greatest($2::timestamptz, t.valid_from) from person_join_moves m
    where ${PLANNED(table)} and m.what in ('ended', 'waits') and ${BY_DATE(table)} and ${OF_BOTH}
      and t.valid_until is not distinct from m.former_until`,
}));

/**
 * A row without an id is known by its beginning: where the kept person ($3) has one that began, to the microsecond, when a row of the
 * other ($2) did, that one begins a moment later.
 */
export const makeRoom: readonly Statement[] = BY_DATES.map((table) => ({
  name: `join_moves.make_room_${table}`,
  text: `with later as (
      update ${table} t set valid_from = taken.last + interval '1 microsecond' from person_join_moves m, lateral (
        select max(own.valid_from) as last, bool_or(own.valid_from = m.began_at) as is_taken from ${table} own
        where own.person = $3 and own.organisation = m.organisation${table === 'administrations' ? ' and own.kind = m.kind' : ''}
          and own.valid_from >= m.began_at and own.valid_from < m.began_at + interval '1 millisecond') taken
      where ${PLANNED(table)} and m.what = 'moved' and ${BY_DATE(table)} and t.person = $2 and taken.is_taken
      returning m.place, t.valid_from
    )
    update person_join_moves m set began_at = later.valid_from, former_from = m.began_at from later where m.join_id = $1 and m.place = later.place`,
}));

/** Back with the other ($2), it begins when it did: joins beneath know it by that. */
export const giveBeginningBack: readonly Statement[] = BY_DATES.map((table) => ({
  name: `join_moves.give_beginning_back_${table}`,
  text: `update ${table} t set valid_from = m.former_from from person_join_moves m
    where ${PLANNED(table)} and m.what = 'moved' and m.former_from is not null and ${BY_DATE(table)} and t.person = $2`,
}));

/** Rows that go from one person ($2) to another ($3): at the join those that move, at its end all that moved. */
export const movePersons: readonly Statement[] = [
  {
    name: 'join_moves.move_work_relations',
    text: `update work_relations t set person = $3 from person_join_moves m
      where ${PLANNED('work_relations')} and m.what in ('moved', 'allowed') and t.id = m.row_id and t.person = $2`,
  },
  ...BY_DATES.map((table) => ({
    name: `join_moves.move_${table}`,
    text: `update ${table} t set person = $3 from person_join_moves m
      where ${PLANNED(table)} and m.what in ('moved', 'allowed') and ${BY_DATE(table)} and t.person = $2`,
  })),
];

export const rehang: Statement = {
  name: 'join_moves.rehang',
  text: `update user_rights t set work_relation = onto.value::uuid from jsonb_each_text($1::jsonb) onto where t.id = onto.key::uuid`,
};
export const hangBack: Statement = {
  name: 'join_moves.hang_back',
  text: `update user_rights t set work_relation = m.former_relation from person_join_moves m
    where ${PLANNED('user_rights')} and m.what in ('rehung', 'allowed') and t.id = m.row_id and m.former_relation is not null`,
};
const HAS_OPEN = (table: string) =>
  `m.former_until is null and exists (select from ${table} own where own.person = t.person and own.organisation = t.organisation
    and own.valid_until is null${table === 'administrations' ? ' and own.kind = t.kind' : ''})`;
/** Only what still stands as the join left it at $2. Nobody has two relations of a kind without an end. */
export const unendById: readonly Statement[] = WITH_IDS.map((table) => ({
  name: `join_moves.unend_${table}`,
  text: `update ${table} t set valid_until = m.former_until from person_join_moves m
    where ${PLANNED(table)} and m.what in ('ended', 'waits') and t.id = m.row_id
      and t.valid_until = greatest($2::timestamptz, t.valid_from)${table === 'work_relations' ? ` and not (${HAS_OPEN(table)})` : ''}`,
}));
export const unendByDate: readonly Statement[] = BY_DATES.map((table) => ({
  name: `join_moves.unend_${table}`,
  text: `update ${table} t set valid_until = m.former_until from person_join_moves m
    where ${PLANNED(table)} and m.what in ('ended', 'waits') and ${BY_DATE(table)} and ${OF_BOTH}
      and t.valid_until = greatest($2::timestamptz, t.valid_from) and not (${HAS_OPEN(table)})`,
}));

export const moveLinks: Statement = {
  name: 'join_moves.move_links',
  text: `with moved as (update eidas_links set person = $3 where person = $2 returning id)
    insert into person_join_moves (join_id, of_table, what, row_id) select $1, 'eidas_links', 'moved', id from moved`,
};
export const giveLinksBack: Statement = {
  name: 'join_moves.give_links_back',
  text: `update eidas_links t set person = $3 from person_join_moves m
    where ${PLANNED('eidas_links')} and t.id = m.row_id and t.person = $2`,
};
export const moveVoIds: Statement = {
  name: 'join_moves.move_vo_ids',
  text: `with moved as (
      update vo_ids v set person = $3 where v.person = $2
        and not exists (select from vo_ids own where own.person = $3 and own.target_group = v.target_group)
      returning v.target_group
    )
    insert into person_join_moves (join_id, of_table, what, kind) select $1, 'vo_ids', 'moved', target_group from moved`,
};
export const giveVoIdsBack: Statement = {
  name: 'join_moves.give_vo_ids_back',
  text: `update vo_ids t set person = $3 from person_join_moves m
    where ${PLANNED('vo_ids')} and t.target_group = m.kind and t.person = $2`,
};

/** Of two open requests for the same, the one of the kept person goes on. */
export const endSameRequests: Statement = {
  name: 'join_moves.end_same_requests',
  text: `update access_requests t set state = 'withdrawn', ended_at = $3, duty_at = null, version = version + 1
    where t.person = $1 and t.ended_at is null and exists (select from access_requests own
      where own.person = $2 and own.ended_at is null and own.organisation = t.organisation and own.kind = t.kind
        and own.application is not distinct from t.application and own.user_right is not distinct from t.user_right)`,
};
/** Requests for access, by whom they are for and by who asks: nobody decides about their own under another name. */
export const moveRequests: readonly Statement[] = (['person', 'asked_by'] as const).map((whose) => ({
  name: `join_moves.move_requests_${whose}`,
  text: `with moved as (update access_requests set ${whose} = $3, version = version + 1 where ${whose} = $2 returning id)
    insert into person_join_moves (join_id, of_table, what, row_id, kind)
    select $1, 'access_requests', 'moved', id, '${whose}' from moved`,
}));
export const giveRequestsBack: readonly Statement[] = (['person', 'asked_by'] as const).map((whose) => ({
  name: `join_moves.give_requests_back_${whose}`,
  text: `update access_requests t set ${whose} = $3, version = version + 1 from person_join_moves m
    where ${PLANNED('access_requests')} and m.kind = '${whose}' and t.id = m.row_id and t.${whose} = $2`,
}));

/** The live number of the kept person makes room for the one that counts ($3). */
export const endNumber: Statement = {
  name: 'join_moves.end_number',
  text: `update person_numbers set valid_until = greatest($2::timestamptz, valid_from)
    where person = $1 and valid_until is null and number_hash <> $3`,
};
export const moveNumbers: Statement = {
  name: 'join_moves.move_numbers',
  text: `with was as (select number_hash, valid_until from person_numbers where person = $2), moved as (
      update person_numbers n set person = $3, valid_until = case
          when n.number_hash = $5 then null else coalesce(n.valid_until, greatest($4::timestamptz, n.valid_from)) end
      from was where n.number_hash = was.number_hash returning n.number_hash, was.valid_until
    )
    insert into person_join_moves (join_id, of_table, what, number_hash, former_until)
    select $1, 'person_numbers', 'moved', number_hash, valid_until from moved`,
};
/** With those that replaced them since the join ($5). */
export const giveNumbersBack: Statement = {
  name: 'join_moves.give_numbers_back',
  text: `update person_numbers n set person = $3, valid_until = coalesce(n.valid_until, greatest($4::timestamptz, n.valid_from))
    where n.person = $2 and exists (select from person_join_moves m
      where ${PLANNED('person_numbers')} and (n.number_hash = m.number_hash
        or n.number_hash = current_number(m.number_hash) and n.valid_from > $5::timestamptz))`,
};
export const liveNumberOf: Statement = {
  name: 'join_moves.live_number',
  text: `select number_hash from person_numbers where person = $1
    order by current_number(number_hash) = number_hash desc, valid_until is null desc, valid_from desc, number_hash limit 1`,
};
export const reviveNumber: Statement = {
  name: 'join_moves.revive_number',
  text: 'update person_numbers set valid_until = null where person = $1 and number_hash = $2',
};
/** Whether a number that was the kept person's own ($2) before the join ($3) is one with a number that came with it. */
export const haveOneNumber: Statement = {
  name: 'join_moves.have_one_number',
  text: `select exists (select from person_numbers n join person_join_moves m
      on ${PLANNED('person_numbers')} and current_number(n.number_hash) = current_number(m.number_hash)
    where n.person = $2 and n.valid_from <= $3 and not exists (select from person_join_moves came
      where came.join_id = $1 and came.of_table = 'person_numbers' and came.number_hash = n.number_hash)) as one`,
};

export const joinInto: Statement = {
  name: 'join_moves.join_into',
  text: 'update persons set joined_into = $2 where id = $1 or joined_into = $1',
};
export const standAlone: Statement = {
  name: 'join_moves.stand_alone',
  text: `with recursive own as (
      select j.other from person_joins j where j.kept = $1 and j.state in ('joined', 'undo-proposed')
      union
      select j.other from person_joins j join own on j.kept = own.other where j.state in ('joined', 'undo-proposed')
    )
    update persons set joined_into = case when id = $1 then null else $1::uuid end
    where id = $1 or id in (select other from own)`,
};
/** What waits for a decision follows: nobody may decide on their own proposal under another name. */
export const followProposals: readonly Statement[] = [
  {
    name: 'join_moves.follow_removals',
    text: 'update link_removals set person = $2 where person = $1 and decision is null',
  },
  {
    name: 'join_moves.follow_proposers',
    text: 'update link_removals set proposed_by = $2 where proposed_by = $1 and decision is null',
  },
  {
    name: 'join_moves.follow_join_proposers',
    text: `update person_joins set proposed_by = $2::text
      where proposed_by = $1::text and proposed_by_kind = 'person' and state = 'proposed'`,
  },
  {
    name: 'join_moves.follow_undo_proposers',
    text: "update person_joins set undo_proposed_by = $2 where undo_proposed_by = $1 and state = 'undo-proposed'",
  },
];

export const waiting: Statement = {
  name: 'join_moves.waiting',
  text: `select organisation, count(*)::int as rows from person_join_moves
    where join_id = $1 and what = 'waits' group by organisation order by organisation`,
};
/** A work relation comes back only where the person has none by now. */
export const allowRelations: Statement = {
  name: 'join_moves.allow_relations',
  text: `update work_relations t set person = $3, valid_until = m.former_until from person_join_moves m
    where ${PLANNED('work_relations')} and m.organisation = $2 and m.what = 'waits' and t.id = m.row_id
      and not exists (select from work_relations own where own.person = $3 and own.organisation = $2
        and (own.valid_until is null or own.valid_until > $4::timestamptz))`,
};
export const allowRights: Statement = {
  name: 'join_moves.allow_rights',
  text: `update user_rights t set valid_until = m.former_until, work_relation = coalesce(
      (select own.id from work_relations own where own.person = $3 and own.organisation = $2
        and (own.valid_until is null or own.valid_until > $4::timestamptz)
        order by own.valid_until desc nulls first, own.valid_from, own.id limit 1), t.work_relation)
    from person_join_moves m
    where ${PLANNED('user_rights')} and m.organisation = $2 and m.what = 'waits' and t.id = m.row_id`,
};
export const allowByDates: readonly Statement[] = BY_DATES.map((table) => ({
  name: `join_moves.allow_${table}`,
  text: `update ${table} t set person = $3, valid_until = m.former_until from person_join_moves m
    where ${PLANNED(table)} and m.organisation = $2 and m.what = 'waits' and ${BY_DATE(table)} and t.person = $5
      and not exists (select from ${table} own where own.person = $3 and own.organisation = $2
        and (own.valid_from = t.valid_from or own.valid_until is null or own.valid_until > $4::timestamptz))`,
}));
/** What stayed with the other ($3), because the person has it already, is as if it had ended for that. */
export const markHad: readonly Statement[] = [
  {
    name: 'join_moves.mark_had_work_relations',
    text: `update person_join_moves m set what = 'ended' from work_relations t
      where ${PLANNED('work_relations')} and m.organisation = $2 and m.what = 'waits' and t.id = m.row_id and t.person = $3`,
  },
  ...BY_DATES.map((table) => ({
    name: `join_moves.mark_had_${table}`,
    text: `update person_join_moves m set what = 'ended' from ${table} t
      where ${PLANNED(table)} and m.organisation = $2 and m.what = 'waits' and ${BY_DATE(table)} and t.person = $3`,
  })),
];
export const markAllowed: Statement = {
  name: 'join_moves.mark_allowed',
  text: "update person_join_moves set what = 'allowed' where join_id = $1 and organisation = $2 and what = 'waits'",
};
