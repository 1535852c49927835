import type { OrganisationCode, TargetGroup } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { OrganisationPerson, PlatformStore } from '../../domain/platform/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { ORGANISATION_COLUMNS, type OrganisationRow, readOrganisation } from '../organisations/index.ts';

const NAME = 'lower(name) collate "C"';
/** Whatever stands behind an organisation in the order of names; a parameter without a value lists from the beginning. */
const BEHIND = (after: string) =>
  `(${after}::uuid is null or (${NAME}, id) > (select ${NAME}, id from organisations where id = ${after}))`;
const LIVE = 'valid_from <= $2 and (valid_until is null or valid_until > $2)';

const list: Statement = {
  name: 'platform.list_organisations',
  readsOnly: true,
  text: `select ${ORGANISATION_COLUMNS} from organisations where ${BEHIND('$1')} order by ${NAME}, id limit $2`,
};
const listGroup: Statement = {
  name: 'platform.list_organisations_of_group',
  readsOnly: true,
  text: `select ${ORGANISATION_COLUMNS} from organisations where target_group = $3 and ${BEHIND('$1')}
    order by ${NAME}, id limit $2`,
};
// What is typed is a code or words, and perhaps both: each is looked up by its own index.
const search: Statement = {
  name: 'platform.search_organisations',
  readsOnly: true,
  text: `with found as (
      select id as found from organisations where (target_group, code) in (select * from unnest($4::text[], $5::text[]))
      union
      select id from organisations where to_tsvector('simple', name) @@ $6::tsquery
    )
    select ${ORGANISATION_COLUMNS} from organisations join found on found.found = id
    where ($3::text is null or target_group = $3) and ${BEHIND('$1')} order by ${NAME}, id limit $2`,
};
const unitsOf: Statement = {
  name: 'platform.units',
  readsOnly: true,
  text: `select ${ORGANISATION_COLUMNS} from organisations where parent = $1 order by ${NAME}, id limit $2`,
};
// Counted as far as it is worth while: a million enterprises are "more than so many".
const count: Statement = {
  name: 'platform.count_organisations',
  readsOnly: true,
  text: `select target_group, (select count(*)::int from (
      select from organisations o where o.target_group = each.target_group and ${LIVE} limit $3) some) as organisations
    from unnest($1::text[]) each (target_group)`,
};
const add: Statement = {
  name: 'platform.add_organisation',
  text: `insert into organisations (${ORGANISATION_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (target_group, code) do nothing`,
};
const rename: Statement = {
  name: 'platform.rename_organisation',
  text: `update organisations set name = $3 where id = $1 and name = $2 returning ${ORGANISATION_COLUMNS}`,
};
const end: Statement = {
  name: 'platform.end_organisation',
  text: `update organisations set valid_until = greatest($2::timestamptz, valid_from)
    where id = $1 and (valid_until is null or valid_until > $2) returning ${ORGANISATION_COLUMNS}`,
};
const peopleOf: Statement = {
  name: 'platform.people_of_organisation',
  readsOnly: true,
  text: `select standing.*, p.given_names, p.family_name from (
      select person::text as id, person, 'legal-representative' as kind, valid_from, valid_until
      from legal_representations where organisation = $1 and ${LIVE}
      union all
      select id::text, person, kind, valid_from, valid_until from administrations where organisation = $1 and ${LIVE}
    ) standing join persons p on p.id = standing.person
    order by kind <> 'legal-representative', kind, p.family_name, p.given_names, standing.id`,
};
const namesOf: Statement = {
  name: 'platform.names',
  readsOnly: true,
  text: 'select id, given_names, family_name from persons where id = any($1::uuid[])',
};

type NamedRow = { given_names: string; family_name: string };
type StandingRow = NamedRow & {
  id: string;
  person: string;
  kind: OrganisationPerson['kind'];
  valid_from: Date;
  valid_until: Date | null;
};

export type PlatformOrganisations = Omit<PlatformStore, 'staff' | 'staffEnding' | 'holdAdministrators'>;

/** Organisations as the platform's own administrators find and change them. */
export function platformOrganisationsIn({ queries }: StoreContext): PlatformOrganisations {
  const one = async (statement: Statement, values: readonly unknown[]) => {
    const row = await queries.first<OrganisationRow>(statement, values);
    return row && readOrganisation(row);
  };
  return {
    async findOrganisations({ words, codes, targetGroup, after }, most) {
      const place = [after, most];
      const rows = await (words === null
        ? queries.all<OrganisationRow>(...listed(place, targetGroup))
        : queries.all<OrganisationRow>(search, [
            ...place,
            targetGroup,
            ...columnsOf(codes),
            searchOf(words),
          ]));
      return rows.map(readOrganisation);
    },
    unitsOf: async (organisation, most) =>
      (await queries.all<OrganisationRow>(unitsOf, [organisation, most])).map(readOrganisation),
    async countOrganisations(at, most) {
      const groups: readonly TargetGroup[] = ['GID', 'LB', 'OV', 'EA', 'VER'];
      type CountRow = { target_group: TargetGroup; organisations: number };
      const rows = await queries.all<CountRow>(count, [groups, at, most]);
      return new Map(rows.map((row) => [row.target_group, row.organisations]));
    },
    async addOrganisation({ id, targetGroup, code, name, country, validity, parent, mergedInto }) {
      const values = [
        id,
        targetGroup,
        code,
        name,
        country,
        validity.from,
        validity.until,
        parent,
        mergedInto,
      ];
      return (await queries.change(add, values)) === 1;
    },
    renameOrganisation: (id, { former, name }) => one(rename, [id, former, name]),
    endOrganisation: (id, at) => one(end, [id, at]),
    async peopleOf(organisation, at) {
      const rows = await queries.all<StandingRow>(peopleOf, [organisation, at]);
      return rows.map(({ id, person, kind, valid_from, valid_until, ...named }) => ({
        ...{ id, person: person as PersonId, name: nameIn(named), kind },
        ...{ from: valid_from, until: valid_until },
      }));
    },
    async namesOf(persons) {
      if (persons.length === 0) return new Map();
      const rows = await queries.all<NamedRow & { id: string }>(namesOf, [persons]);
      return new Map(rows.map(({ id, ...named }) => [id as PersonId, nameIn(named)]));
    },
  };
}

function listed(place: readonly unknown[], group: TargetGroup | null): [Statement, readonly unknown[]] {
  return group === null ? [list, place] : [listGroup, [...place, group]];
}

function columnsOf(codes: readonly { readonly targetGroup: TargetGroup; readonly code: OrganisationCode }[]) {
  return [codes.map(({ targetGroup }) => targetGroup), codes.map(({ code }) => code)];
}

/** Words as PostgreSQL searches for them: each at the beginning of a word of the name. Letters and digits alone, so none needs a quote. */
function searchOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ');
}

export function nameIn({ given_names, family_name }: NamedRow): string {
  return `${given_names} ${family_name}`.trim();
}
