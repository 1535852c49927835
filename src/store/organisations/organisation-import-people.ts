import type { Statement } from '../ground/statement.ts';

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

const TARGET = 'join import_targets t on t.target_group = i.target_group and t.code = i.code';

export const gatherNamed: Statement = {
  name: 'organisation_import.gather_named',
  text: `insert into import_named (organisation, person, function)
    select distinct on (t.id, n.person) t.id, n.person, i.function
    from import_organisations i ${TARGET} join import_people n on n.number_hash = i.representative_hash
    order by t.id, n.person, i.function is null, i.line desc`,
};

const LIVE = '(old.valid_until is null or old.valid_until > $1::timestamptz)';

export const endRepresentations: Statement = {
  name: 'organisation_import.end_representations',
  text: `with told as (
      select distinct t.id from import_organisations i ${TARGET} where i.representative_hash is not null or i.names_nobody
    ), ended as (
      update legal_representations old set valid_until = greatest($1, old.valid_from)
      from told where old.organisation = told.id and ${LIVE}
        and not exists (select from import_named named where named.organisation = old.organisation and named.person = old.person)
      returning old.id, old.organisation, old.person
    )
    insert into import_changes (kind, id, organisation, person) select 'struck-off', id, organisation, person from ended`,
};

/** Whoever was struck off has to log in anew, in every process: nothing goes on that began while they represented somebody. */
export const endSessions: Statement = {
  name: 'organisation_import.end_sessions',
  text: `insert into endings (id, before, ended_at)
    select distinct person, $1::timestamptz, $1::timestamptz from import_changes where kind = 'struck-off'
    on conflict (id) do update set before = greatest(endings.before, excluded.before), ended_at = excluded.ended_at`,
};

export const changeFunctions: Statement = {
  name: 'organisation_import.change_functions',
  text: `with changed as (
      update legal_representations old set function = named.function from import_named named
      where old.organisation = named.organisation and old.person = named.person and ${LIVE}
        and named.function is not null and old.function is distinct from named.function
      returning old.id, old.organisation, old.person
    )
    insert into import_changes (kind, id, organisation, person) select 'function-changed', id, organisation, person from changed`,
};

export const addRepresentations: Statement = {
  name: 'organisation_import.add_representations',
  text: `with added as (
      insert into legal_representations (organisation, person, function, valid_from)
      select named.organisation, named.person, named.function, $1::timestamptz from import_named named
      where not exists (select from legal_representations old
        where old.organisation = named.organisation and old.person = named.person and ${LIVE})
      on conflict do nothing
      returning id, organisation, person
    )
    insert into import_changes (kind, id, organisation, person) select 'named', id, organisation, person from added`,
};

export const addAdministrations: Statement = {
  name: 'organisation_import.add_administrations',
  text: `with added as (
      insert into administrations (organisation, person, kind, valid_from)
      select distinct t.id, n.person, 'head-local-administrator', $1::timestamptz
      from import_organisations i ${TARGET} join import_people n on n.number_hash = i.administrator_hash
      where not exists (select from administrations old
        where old.organisation = t.id and old.person = n.person and old.kind = 'head-local-administrator' and ${LIVE})
      on conflict do nothing
      returning id, organisation, person
    )
    insert into import_changes (kind, id, organisation, person) select 'appointed', id, organisation, person from added`,
};

export const recordRepresentations: Statement = {
  name: 'organisation_import.record_representations',
  text: `insert into organisation_changes (organisation, subject_kind, subject, person, kind, at, by_authority, after)
    select c.organisation, 'representation', c.id::text, c.person, c.kind, $1::timestamptz, 'import',
      jsonb_build_object('function', l.function, 'from', l.valid_from, 'until', l.valid_until)
    from import_changes c join legal_representations l on l.id = c.id
    where c.kind in ('struck-off', 'function-changed', 'named')`,
};

export const recordAdministrations: Statement = {
  name: 'organisation_import.record_administrations',
  text: `insert into organisation_changes (organisation, subject_kind, subject, person, kind, at, by_authority, after)
    select c.organisation, 'administration', c.id::text, c.person, c.kind, $1::timestamptz, 'import',
      jsonb_build_object('kind', a.kind, 'from', a.valid_from, 'until', a.valid_until)
    from import_changes c join administrations a on a.id = c.id
    where c.kind = 'appointed'`,
};
