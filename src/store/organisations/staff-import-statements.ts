import { ZONE } from '../../base/calendar.ts';
import { caseworkApplicationId } from '../../domain/staff/index.ts';
import type { Statement } from '../ground/statement.ts';
import { PEOPLE_STAGING } from '../persons/index.ts';

/** The columns that are sent, in this order. */
export const STAGED_COLUMNS =
  'number_hash, number_sealed, target_group, code, user_right, from_day, until_day';

export const STAGING = `create temp table import_staff (
    line bigint generated always as identity,
    number_hash bytea not null, number_sealed bytea not null, target_group text not null, code text not null,
    user_right text not null, from_day date not null, until_day date
  ) on commit drop;
  ${PEOPLE_STAGING};
  create temp table import_rights (
    person uuid not null, organisation uuid not null, target_group text not null, user_right text not null,
    valid_from timestamptz not null, valid_until timestamptz, work_relation uuid
  ) on commit drop;
  create temp table import_changes (
    place bigint generated always as identity, kind text not null, id uuid not null, person uuid not null,
    organisation uuid not null, user_right text not null
  ) on commit drop`;

const midnight = (day: string) => `(${day}::timestamp at time zone '${ZONE}')`;

/** Every number of the file; nobody is made to end what never was. */
export const numbers: Statement = {
  name: 'staff_import.numbers',
  text: `insert into import_people (number_hash, number_sealed, is_needed)
    select number_hash, (array_agg(number_sealed))[1], bool_or(until_day is null or ${midnight('until_day')} > $1::timestamptz)
    from import_staff group by number_hash`,
};

/** What the file says last of each right of each person in each organisation. */
export const gather: Statement = {
  name: 'staff_import.gather',
  text: `insert into import_rights (person, organisation, target_group, user_right, valid_from, valid_until)
    select distinct on (n.person, o.id, i.user_right) n.person, o.id, o.target_group, i.user_right,
      ${midnight('i.from_day')}, ${midnight('i.until_day')}
    from import_staff i
    join import_people n on n.number_hash = i.number_hash and n.person is not null
    join organisations o on o.target_group = i.target_group and o.code = i.code
    order by n.person, o.id, i.user_right, i.line desc`,
};

const COVERS = '(w.valid_until is null or w.valid_until > greatest(i.valid_from, $1::timestamptz))';

/** A work relation for whoever has none that lasts until the right begins; with the first in a target group comes a vo_id. */
export const addRelations: Statement = {
  name: 'staff_import.add_relations',
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
    )
    insert into work_relations (id, person, organisation, user_type, email, valid_from, valid_until)
    select gen_random_uuid(), person, organisation, 'civil-servant', null, valid_from, null from lacking`,
};

export const chooseRelations: Statement = {
  name: 'staff_import.choose_relations',
  text: `update import_rights i set work_relation = (select w.id from work_relations w
    where w.person = i.person and w.organisation = i.organisation and ${COVERS}
    order by w.valid_from, w.id limit 1)`,
};

/**
 * Whoever has a right since some day works there since that day at least: the relation begins then, though never before an earlier one
 * ended.
 */
export const widenRelations: Statement = {
  name: 'staff_import.widen_relations',
  text: `with asked as (
      select i.work_relation as id, greatest(min(i.valid_from), max(former.valid_until)) as valid_from
      from import_rights i join work_relations w on w.id = i.work_relation
      left join work_relations former
        on former.person = w.person and former.organisation = w.organisation and former.valid_until <= w.valid_from
      where i.valid_until is null or i.valid_until > $1
      group by i.work_relation
    )
    update work_relations w set valid_from = asked.valid_from from asked
    where w.id = asked.id and w.valid_from > asked.valid_from`,
};

/** Rights that are there, not over, and of a period that meets that of the row. */
const MET = `r.work_relation = i.work_relation and r.application = '${caseworkApplicationId}' and r.user_right = i.user_right
  and (r.valid_until is null or r.valid_until > $1::timestamptz)
  and (i.valid_until is null or r.valid_from < i.valid_until)
  and (r.valid_until is null or i.valid_from < r.valid_until)`;

/** The past stays: what has begun keeps its beginning, and nothing ends before now. */
export const change: Statement = {
  name: 'staff_import.change',
  text: `with wanted as (
      select r.id, i.person, r.organisation, r.user_right, r.valid_from as former_from, r.valid_until as former_until,
        case when r.valid_from > $1 then i.valid_from else r.valid_from end as valid_from,
        case when i.valid_until is not null then greatest(i.valid_until, $1) end as valid_until
      from import_rights i join user_rights r on ${MET}
    ), changed as (
      update user_rights r set valid_from = w.valid_from, valid_until = w.valid_until from wanted w
      where r.id = w.id and (w.valid_from <> former_from or w.valid_until is distinct from former_until)
      returning r.id, w.person, r.organisation, r.user_right,
        coalesce(w.valid_until < coalesce(w.former_until, 'infinity'), false) as is_ended
    )
    insert into import_changes (kind, id, person, organisation, user_right)
    select case when is_ended then 'ended' else 'given' end, id, person, organisation, user_right from changed`,
};

export const give: Statement = {
  name: 'staff_import.give',
  text: `with given as (
      insert into user_rights (id, work_relation, organisation, application, user_right, contexts, valid_from, valid_until,
        given_at)
      select gen_random_uuid(), i.work_relation, i.organisation, '${caseworkApplicationId}', i.user_right, '{}',
        i.valid_from, i.valid_until, $1
      from import_rights i
      where (i.valid_until is null or i.valid_until > $1) and not exists (select from user_rights r where ${MET})
      returning id, work_relation, organisation, user_right
    )
    insert into import_changes (kind, id, person, organisation, user_right)
    select 'given', given.id, w.person, given.organisation, given.user_right
    from given join work_relations w on w.id = given.work_relation`,
};

export const counts: Statement = {
  name: 'staff_import.counts',
  text: `select (select count(*) from import_staff)::int as rows, 
      (select count(distinct (coalesce(n.current_hash, i.number_hash), i.target_group, i.code, i.user_right))
        from import_staff i left join import_people n using (number_hash))::int as rights,
      count(*) filter (where kind = 'given')::int as given, count(*) filter (where kind = 'ended')::int as ended
    from import_changes`,
};

export const changesAfter: Statement = {
  name: 'staff_import.changes_after',
  text: 'select place::int, kind, id, person, organisation, user_right from import_changes where place > $1 order by place limit 1000',
};
