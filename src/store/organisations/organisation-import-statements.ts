import { ZONE } from '../../base/calendar.ts';
import type { Statement } from '../ground/statement.ts';
import { PEOPLE_STAGING } from '../persons/index.ts';

/** What a row says beside the name of the organisation, as bits: what it does not say stays as it is. */
export const said = { parent: 1, email: 2, vat: 4, from: 8, until: 16, mergedInto: 32 } as const;

/** The columns that are sent, in this order. */
export const STAGED_COLUMNS =
  'file_line, target_group, code, name, country, said, parent_code, email, vat, from_day, until_day, receiver_code, names_nobody, function, representative_hash, representative_sealed, administrator_hash, administrator_sealed';

export const STAGING = `create temp table import_organisations (
    line bigint generated always as identity, file_line int not null,
    target_group text not null, code text not null, name text not null, country text not null, said int not null,
    parent_code text, email text, vat text, from_day date, until_day date, receiver_code text,
    names_nobody boolean not null, function text,
    representative_hash bytea, representative_sealed bytea, administrator_hash bytea, administrator_sealed bytea
  ) on commit drop;
  create temp table import_targets (
    target_group text not null, code text not null, name text not null, country text not null, said int not null,
    parent_code text, email text, vat text, from_day date, until_day date, receiver_code text,
    id uuid not null, is_new boolean not null, parent uuid, receiver uuid, valid_from timestamptz, valid_until timestamptz, change text,
    primary key (target_group, code)
  ) on commit drop;
  create temp table import_places (
    target_group text not null, code text not null, parent_code text, receiver_code text, is_in_file boolean not null, height int,
    primary key (target_group, code)
  ) on commit drop;
  create temp table import_named (
    organisation uuid not null, person uuid not null, function text, primary key (organisation, person)
  ) on commit drop;
  create temp table import_changes (
    place bigint generated always as identity, kind text not null, id uuid not null, organisation uuid not null, person uuid
  ) on commit drop;
  ${PEOPLE_STAGING}`;

const first = (column: string) =>
  `(array_agg(${column} order by line) filter (where ${column} is not null))[1]`;

/** What the rows of each organisation say together: the last name, and of all else what is said first. Its id is given beforehand: others name it. */
export const gather: Statement = {
  name: 'organisation_import.gather',
  text: `insert into import_targets (target_group, code, name, country, said, parent_code, email, vat, from_day, until_day, receiver_code,
      id, is_new)
    select each.*, coalesce(o.id, gen_random_uuid()), o.id is null from (
      select target_group, code, (array_agg(name order by line desc))[1], min(country), bit_or(said),
        ${['parent_code', 'email', 'vat', 'from_day', 'until_day', 'receiver_code'].map(first).join(', ')}
      from import_organisations i
      where not exists (select from import_targets known where known.target_group = i.target_group and known.code = i.code)
      group by target_group, code
    ) each left join organisations o on o.target_group = each.target_group and o.code = each.code`,
};

const says = (what: keyof typeof said) => `i.said & ${said[what]} > 0`;
const midnight = (day: string) => `(${day}::timestamp at time zone '${ZONE}')`;
const named = (alias: string, code: string) => `
    left join import_targets ${alias} on ${alias}.target_group = i.target_group and ${alias}.code = i.${code}
    left join organisations known_${alias} on known_${alias}.target_group = i.target_group and known_${alias}.code = i.${code}`;
const idOf = (alias: string) => `coalesce(${alias}.id, known_${alias}.id)`;

/**
 * What each organisation is from now on. One that is taken over ends, at the import where no day is given, and stays ended as long as nothing
 * else is said; any other one that had ended and is in the file lives again.
 */
export const settle: Statement = {
  name: 'organisation_import.settle',
  text: `update import_targets target set parent = be.parent, receiver = be.receiver, email = be.email, vat = be.vat,
      valid_from = be.valid_from, valid_until = be.valid_until,
      change = case
        when target.is_new then 'added'
        when (target.name, target.country, be.email, be.vat, be.parent, be.receiver, be.valid_from, be.valid_until) is not distinct from
          (o.name, o.country, o.email, o.vat, o.parent, o.merged_into, o.valid_from, o.valid_until) then null
        when be.receiver is not null and be.receiver is distinct from o.merged_into then 'merged'
        when be.valid_until is not null and be.valid_until is distinct from o.valid_until then 'ended'
        when target.name <> o.name then 'renamed'
        else 'changed'
      end
    from (
      select i.id,
        case when ${says('email')} then i.email else o.email end as email,
        case when ${says('vat')} then i.vat else o.vat end as vat,
        to_be.parent, to_be.receiver, ends.valid_until,
        coalesce(${midnight('i.from_day')}, o.valid_from, least($1::timestamptz, ends.valid_until)) as valid_from
      from import_targets i
      left join organisations o on o.id = i.id
      ${named('above', 'parent_code')}
      ${named('taker', 'receiver_code')}
      cross join lateral (select
        case when ${says('parent')} then ${idOf('above')} else o.parent end as parent,
        case when ${says('mergedInto')} then ${idOf('taker')} else o.merged_into end as receiver) to_be
      cross join lateral (select case
        when i.until_day is not null then ${midnight('i.until_day')}
        when to_be.receiver is not null
          then case when o.merged_into = to_be.receiver then coalesce(o.valid_until, $1) else $1 end
        when not (${says('until')}) and o.valid_until > $1 then o.valid_until
      end as valid_until) ends
    ) be left join organisations o on o.id = be.id
    where target.id = be.id`,
};

export const add: Statement = {
  name: 'organisation_import.add',
  text: `insert into organisations (id, target_group, code, name, country, email, vat, parent, merged_into, valid_from, valid_until)
    select id, target_group, code, name, country, email, vat, parent, receiver, valid_from, valid_until
    from import_targets where is_new`,
};

export const change: Statement = {
  name: 'organisation_import.change',
  text: `update organisations o set name = i.name, country = i.country, email = i.email, vat = i.vat, parent = i.parent,
      merged_into = i.receiver, valid_from = i.valid_from, valid_until = i.valid_until
    from import_targets i where o.id = i.id and not i.is_new and i.change is not null`,
};

/** The history of an organisation has its names too: they are public, and who looks back needs the one of then. */
export const recordOrganisations: Statement = {
  name: 'organisation_import.record_organisations',
  text: `insert into organisation_changes (organisation, subject_kind, subject, kind, at, by_authority, after)
    select id, 'organisation', id::text, change, $1::timestamptz, 'import', jsonb_build_object('name', name, 'country', country,
      'email', email, 'vat', vat, 'parent', parent, 'mergedInto', receiver, 'from', valid_from, 'until', valid_until)
    from import_targets where change is not null`,
};

/** An end is told in the trail one by one; what else changed is counted there, and stands in the history. */
export const tellEnds: Statement = {
  name: 'organisation_import.tell_ends',
  text: `insert into import_changes (kind, id, organisation)
    select change, id, id from import_targets where change in ('ended', 'merged')`,
};

export const counts: Statement = {
  name: 'organisation_import.counts',
  text: `select (select count(*) from import_organisations)::int as rows, count(*)::int as organisations,
      count(*) filter (where is_new)::int as added, count(*) filter (where not is_new and change is not null)::int as changed
    from import_targets`,
};

export const changesAfter: Statement = {
  name: 'organisation_import.changes_after',
  text: 'select place::int, kind, id, organisation, person from import_changes where place > $1 order by place limit 1000',
};
