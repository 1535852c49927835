import { ZONE } from '../../base/calendar.ts';
import type { Statement } from '../ground/statement.ts';
import { PEOPLE_STAGING } from '../persons/index.ts';

/** The columns that are sent, in this order. */
export const STAGED_COLUMNS =
  'file_line, number_hash, number_sealed, target_group, code, application, user_right, contexts, from_day, until_day';

export const STAGING = `create temp table import_given (
    line bigint generated always as identity, file_line int not null,
    number_hash bytea not null, number_sealed bytea not null, target_group text not null, code text not null,
    application text not null, user_right text not null, contexts text[] not null, from_day date not null, until_day date
  ) on commit drop;
  ${PEOPLE_STAGING};
  create temp table import_rights (
    person uuid not null, organisation uuid not null, target_group text not null,
    application text not null, user_right text not null, contexts text[] not null,
    valid_from timestamptz not null, valid_until timestamptz, work_relation uuid
  ) on commit drop;
  create temp table import_judged (number_hash bytea primary key, who text not null, person uuid) on commit drop;
  create temp table import_exclusions (
    application text not null, user_right text not null, other_application text not null, other_right text not null
  ) on commit drop;
  create temp table import_changes (
    place bigint generated always as identity, kind text not null, id uuid not null, person uuid not null,
    organisation uuid not null, application text not null, user_right text not null, contexts text[] not null
  ) on commit drop`;

const midnight = (day: string) => `(${day}::timestamp at time zone '${ZONE}')`;

/** What the applications say that nobody may have beside each other, both ways. */
export const EXCLUSIONS = 'import_exclusions (application, user_right, other_application, other_right)';

export const anyExclusion: Statement = {
  name: 'right_import.any_exclusion',
  text: 'select 1 from import_exclusions limit 1',
};

/** Whom the numbers of the file lead to, without making anybody known. */
export const judgedPeople: Statement = {
  name: 'right_import.judged_people',
  text: `insert into import_judged (number_hash, who, person)
    select number_hash, coalesce(person::text, encode(current_number(number_hash), 'hex')), person
    from (select number_hash, person_behind(number_hash) as person from import_given group by number_hash) each`,
};

/** Rows of a right that its holder may not have beside another one, of the file or from before, while both would last. */
const EXCLUDED = `with rows as (
      select i.line, i.file_line, n.who, n.person, o.id as organisation, i.application, i.user_right,
        ${midnight('i.from_day')} as valid_from, ${midnight('i.until_day')} as valid_until
      from import_given i join import_judged n on n.number_hash = i.number_hash
      join organisations o on o.target_group = i.target_group and o.code = i.code
    ), lasting as (select * from rows where valid_until is null or valid_until > $1::timestamptz), excluded as (
      select i.line, i.file_line from lasting i join import_exclusions x on x.application = i.application and x.user_right = i.user_right
      where exists (select from lasting other where other.who = i.who and other.organisation = i.organisation and other.line < i.line
          and other.application = x.other_application and other.user_right = x.other_right
          and (other.valid_until is null or i.valid_from < other.valid_until)
          and (i.valid_until is null or other.valid_from < i.valid_until))
        or exists (select from work_relations w join user_rights r on r.work_relation = w.id
          where w.person = i.person and w.organisation = i.organisation and r.application = x.other_application
            and r.user_right = x.other_right and (r.valid_until is null or r.valid_until > greatest(i.valid_from, $1))
            and (w.valid_until is null or w.valid_until > $1) and (i.valid_until is null or r.valid_from < i.valid_until)
            and not exists (select from rows ending where ending.who = i.who and ending.organisation = i.organisation
              and ending.application = r.application and ending.user_right = r.user_right
              and ending.valid_until <= greatest(i.valid_from, $1)))
    )`;

export const excluded: Statement = {
  name: 'right_import.excluded',
  text: `${EXCLUDED}
    select distinct line::int as place, file_line as line from excluded where line > $2 order by place limit 1000`,
};

export const leaveOut: Statement = {
  name: 'right_import.leave_out',
  text: `${EXCLUDED}
    delete from import_given i using excluded where i.line = excluded.line`,
};

/** Every number of the file; nobody is made to end what never was. */
export const numbers: Statement = {
  name: 'right_import.numbers',
  text: `insert into import_people (number_hash, number_sealed, is_needed)
    select number_hash, (array_agg(number_sealed))[1], bool_or(until_day is null or ${midnight('until_day')} > $1::timestamptz)
    from import_given group by number_hash`,
};

/** What the file says last of each right, with these contexts, of each person in each organisation. */
export const gather: Statement = {
  name: 'right_import.gather',
  text: `insert into import_rights (person, organisation, target_group, application, user_right, contexts, valid_from, valid_until)
    select distinct on (n.person, o.id, i.application, i.user_right, i.contexts)
      n.person, o.id, o.target_group, i.application, i.user_right, i.contexts,
      ${midnight('i.from_day')}, ${midnight('i.until_day')}
    from import_given i
    join import_people n on n.number_hash = i.number_hash and n.person is not null
    join organisations o on o.target_group = i.target_group and o.code = i.code
    order by n.person, o.id, i.application, i.user_right, i.contexts, i.line desc`,
};

/** What became of relations, as the history keeps it. */
function recordRelations(rows: string, kind: string): string {
  return `insert into organisation_changes (organisation, subject_kind, subject, person, kind, at, by_authority, after)
    select organisation, 'relation', id::text, person, '${kind}', $1::timestamptz, 'import',
      jsonb_build_object('type', user_type, 'from', valid_from, 'until', valid_until) from ${rows}`;
}

const COVERS = '(w.valid_until is null or w.valid_until > greatest(i.valid_from, $1::timestamptz))';

/** In a sovereign or local authority people are civil servants, elsewhere they work there for good: whoever works otherwise is added on screen. */
const USER_TYPE = `case when target_group in ('GID', 'LB') then 'civil-servant' else 'permanent' end`;

/**
 * A work relation for whoever has none that lasts until the right begins; with the first in a target group comes a vo_id. In the history
 * as everything else.
 */
export const addRelations: Statement = {
  name: 'right_import.add_relations',
  text: `with lacking as (
      select person, organisation, target_group, min(valid_from) as valid_from from import_rights i
      where (i.valid_until is null or i.valid_until > $1)
        and not exists (select from work_relations w
          where w.person = i.person and w.organisation = i.organisation and ${COVERS})
      group by person, organisation, target_group
    ), known as (
      insert into vo_ids (person, target_group, vo_id)
      select distinct on (person, target_group) person, target_group, gen_random_uuid()::text from lacking
      on conflict (person, target_group) do nothing
    ), added as (
      insert into work_relations (id, person, organisation, user_type, email, valid_from, valid_until, added_as)
      select gen_random_uuid(), person, organisation, ${USER_TYPE}, null, valid_from, null, 'import' from lacking
      returning *
    )
    ${recordRelations('added', 'added')}`,
};

export const chooseRelations: Statement = {
  name: 'right_import.choose_relations',
  text: `update import_rights i set work_relation = (select w.id from work_relations w
    where w.person = i.person and w.organisation = i.organisation and ${COVERS}
    order by w.valid_from, w.id limit 1)`,
};

/**
 * Whoever has a right since some day works there since that day at least: the relation begins then, though never before an earlier one
 * ended.
 */
export const widenRelations: Statement = {
  name: 'right_import.widen_relations',
  text: `with asked as (
      select i.work_relation as id, greatest(min(i.valid_from), max(former.valid_until)) as valid_from
      from import_rights i join work_relations w on w.id = i.work_relation
      left join work_relations former
        on former.person = w.person and former.organisation = w.organisation and former.valid_until <= w.valid_from
      where i.valid_until is null or i.valid_until > $1
      group by i.work_relation
    ), widened as (
      update work_relations w set valid_from = asked.valid_from from asked
      where w.id = asked.id and w.valid_from > asked.valid_from returning w.*
    )
    ${recordRelations('widened', 'changed')}`,
};

/** Rights that are there with the same contexts, not over, and of a period that meets that of the row. */
const MET = `r.work_relation = i.work_relation and r.application = i.application and r.user_right = i.user_right
  and r.contexts <@ i.contexts and i.contexts <@ r.contexts
  and (r.valid_until is null or r.valid_until > $1::timestamptz)
  and (i.valid_until is null or r.valid_from < i.valid_until)
  and (r.valid_until is null or i.valid_from < r.valid_until)`;

/** The past stays: what has begun keeps its beginning, and nothing ends before now. */
export const change: Statement = {
  name: 'right_import.change',
  text: `with wanted as (
      select r.id, i.person, r.valid_from as former_from, r.valid_until as former_until,
        case when r.valid_from > $1 then i.valid_from else r.valid_from end as valid_from,
        case when i.valid_until is not null then greatest(i.valid_until, $1) end as valid_until
      from import_rights i join user_rights r on ${MET}
    ), changed as (
      update user_rights r set valid_from = w.valid_from, valid_until = w.valid_until from wanted w
      where r.id = w.id and (w.valid_from <> former_from or w.valid_until is distinct from former_until)
      returning r.*, w.person,
        coalesce(w.valid_until < coalesce(w.former_until, 'infinity'), false) as is_ended
    )
    insert into import_changes (kind, id, person, organisation, application, user_right, contexts)
    select case when is_ended then 'ended' else 'given' end, id, person, organisation, application, user_right, contexts from changed`,
};

export const give: Statement = {
  name: 'right_import.give',
  text: `with given as (
      insert into user_rights
        (id, work_relation, organisation, application, user_right, contexts, valid_from, valid_until, given_as, given_at)
      select gen_random_uuid(), i.work_relation, i.organisation, i.application, i.user_right, i.contexts,
        i.valid_from, i.valid_until, 'import', $1
      from import_rights i
      where (i.valid_until is null or i.valid_until > $1) and not exists (select from user_rights r where ${MET})
      returning *
    )
    insert into import_changes (kind, id, person, organisation, application, user_right, contexts)
    select 'given', given.id, w.person, given.organisation, given.application, given.user_right, given.contexts
    from given join work_relations w on w.id = given.work_relation`,
};

export const record: Statement = {
  name: 'right_import.record',
  text: `insert into organisation_changes (organisation, subject_kind, subject, person, kind, at, by_authority, after)
    select c.organisation, 'right', c.id::text, c.person, c.kind, $1::timestamptz, 'import', jsonb_build_object(
      'relation', r.work_relation, 'application', r.application, 'right', r.user_right, 'contexts', r.contexts, 'from', r.valid_from,
      'until', r.valid_until, 'givenBy', r.given_by, 'givenAs', r.given_as, 'confirmedBy', r.confirmed_by)
    from import_changes c join user_rights r on r.id = c.id order by c.place`,
};

export const counts: Statement = {
  name: 'right_import.counts',
  text: `select (select count(*) from import_given)::int as rows, 
      (select count(distinct (coalesce(n.current_hash, i.number_hash), i.target_group, i.code, i.application, i.user_right, i.contexts))
        from import_given i left join import_people n using (number_hash))::int as rights,
      count(*) filter (where kind = 'given')::int as given, count(*) filter (where kind = 'ended')::int as ended
    from import_changes`,
};

export const changesAfter: Statement = {
  name: 'right_import.changes_after',
  text: `select c.place::int, c.kind, c.id, c.person, c.organisation, c.application, c.user_right, c.contexts,
      concat_ws(' ', nullif(p.given_names, ''), nullif(p.family_name, '')) as name, o.target_group, o.code, r.valid_until
    from import_changes c join persons p on p.id = c.person join organisations o on o.id = c.organisation join user_rights r on r.id = c.id
    where c.place > $1 order by c.place limit 1000`,
};
