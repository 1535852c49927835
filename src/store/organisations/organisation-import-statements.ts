import type { Statement } from '../ground/statement.ts';
import { PEOPLE_STAGING } from '../persons/index.ts';

/** The columns that are sent, in this order. */
export const STAGED_COLUMNS =
  'target_group, code, name, country, representative_hash, representative_sealed, administrator_hash, administrator_sealed';

export const STAGING = `create temp table import_organisations (
    line bigint generated always as identity,
    target_group text not null, code text not null, name text not null, country text not null,
    representative_hash bytea, representative_sealed bytea, administrator_hash bytea, administrator_sealed bytea
  ) on commit drop;
  ${PEOPLE_STAGING}`;

/** Organisations as the last row of each says; one that had ended lives again. */
export const merge: Statement = {
  name: 'organisation_import.merge',
  text: `with last as (
      select distinct on (target_group, code) target_group, code, name, country
      from import_organisations order by target_group, code, line desc
    ), merged as (
      insert into organisations as o (id, target_group, code, name, country, valid_from)
      select gen_random_uuid(), target_group, code, name, country, $1::timestamptz from last
      on conflict (target_group, code) do update
        set name = excluded.name, country = excluded.country,
          valid_until = case when o.valid_until > $1 then o.valid_until end
        where o.name <> excluded.name or o.country <> excluded.country or o.valid_until <= $1
      returning xmax = 0 as added
    )
    select
      (select count(*) from import_organisations)::int as rows,
      (select count(*) from last)::int as organisations,
      count(*) filter (where added)::int as added,
      count(*) filter (where not added)::int as changed
    from merged`,
};

/** Every number of the file: all who are named are made known. */
export const numbers: Statement = {
  name: 'organisation_import.numbers',
  text: `insert into import_people (number_hash, number_sealed, is_needed)
    select distinct on (number_hash) number_hash, number_sealed, true from (
      select representative_hash as number_hash, representative_sealed as number_sealed from import_organisations
      union all
      select administrator_hash, administrator_sealed from import_organisations
    ) each
    where number_hash is not null`,
};

const NAMED_REPRESENTATIVES = `select distinct o.id as organisation, n.person
  from import_organisations i
  join organisations o on o.target_group = i.target_group and o.code = i.code
  join import_people n on n.number_hash = i.representative_hash`;

export const endRepresentations: Statement = {
  name: 'organisation_import.end_representations',
  text: `with named as (${NAMED_REPRESENTATIVES})
    update legal_representations old set valid_until = greatest($1::timestamptz, old.valid_from)
    where (old.valid_until is null or old.valid_until > $1)
      and old.organisation in (select organisation from named)
      and not exists (select from named where named.organisation = old.organisation and named.person = old.person)`,
};

export const addRepresentations: Statement = {
  name: 'organisation_import.add_representations',
  text: `insert into legal_representations (organisation, person, valid_from)
    select organisation, person, $1::timestamptz from (${NAMED_REPRESENTATIVES}) named
    where not exists (select from legal_representations old
      where old.organisation = named.organisation and old.person = named.person
        and (old.valid_until is null or old.valid_until > $1))
    on conflict do nothing`,
};

export const addAdministrations: Statement = {
  name: 'organisation_import.add_administrations',
  text: `insert into administrations (organisation, person, kind, valid_from)
    select distinct o.id, n.person, 'head-local-administrator', $1::timestamptz
    from import_organisations i
    join organisations o on o.target_group = i.target_group and o.code = i.code
    join import_people n on n.number_hash = i.administrator_hash
    where not exists (select from administrations old
      where old.organisation = o.id and old.person = n.person and old.kind = 'head-local-administrator'
        and (old.valid_until is null or old.valid_until > $1))
    on conflict do nothing`,
};
