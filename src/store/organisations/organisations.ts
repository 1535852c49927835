import type {
  Administration,
  LegalRepresentation,
  Organisation,
  OrganisationCode,
  OrganisationId,
  OrganisationStore,
  TargetGroup,
  WorkRelation,
} from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

export const ORGANISATION_COLUMNS =
  'id, target_group, code, name, country, valid_from, valid_until, parent, merged_into';

export type OrganisationRow = {
  id: string;
  target_group: TargetGroup;
  code: string;
  name: string;
  country: string;
  valid_from: Date;
  valid_until: Date | null;
  parent: string | null;
  merged_into: string | null;
};

const find: Statement = {
  name: 'organisations.find',
  readsOnly: true,
  text: `select ${ORGANISATION_COLUMNS} from organisations where id = $1`,
};
const findByCode: Statement = {
  name: 'organisations.find_by_code',
  readsOnly: true,
  text: `select ${ORGANISATION_COLUMNS} from organisations where target_group = $1 and code = $2`,
};
const put: Statement = {
  name: 'organisations.put',
  text: `insert into organisations (${ORGANISATION_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (target_group, code) do update
      set name = excluded.name, country = excluded.country, valid_from = excluded.valid_from,
        valid_until = excluded.valid_until, parent = excluded.parent, merged_into = excluded.merged_into
    returning ${ORGANISATION_COLUMNS}`,
};
// What already covers the moment is left alone; the unique index settles two who come at once.
const addRepresentation: Statement = {
  name: 'organisations.add_representation',
  text: `insert into legal_representations (organisation, person, valid_from, valid_until)
    select $1::uuid, $2::uuid, $3::timestamptz, $4::timestamptz
    where not exists (select from legal_representations
      where organisation = $1 and person = $2 and (valid_until is null or valid_until > $3))
    on conflict do nothing`,
};
const addAdministration: Statement = {
  name: 'organisations.add_administration',
  text: `insert into administrations (organisation, person, kind, valid_from, valid_until)
    select $1::uuid, $2::uuid, $3, $4::timestamptz, $5::timestamptz
    where not exists (select from administrations
      where organisation = $1 and person = $2 and kind = $3 and (valid_until is null or valid_until > $4))
    on conflict do nothing`,
};
const administratorsOf: Statement = {
  name: 'organisations.administrators',
  readsOnly: true,
  text: `select person, kind, valid_from, valid_until from administrations
    where organisation = $1 and valid_from <= $2 and (valid_until is null or valid_until > $2)
    order by kind, valid_from, person`,
};

const countAdministrators: Statement = {
  name: 'organisations.count_administrators',
  readsOnly: true,
  text: `select organisation, count(distinct person)::int as count from administrations
    where organisation = any($1::uuid[]) and person <> $2 and valid_from <= $3 and (valid_until is null or valid_until > $3)
    group by organisation`,
};

/** What the store can do with organisations besides: the demo and tests put in one by one what an installation imports in bulk. */
export type StoredOrganisations = OrganisationStore & {
  put(organisation: Organisation): Promise<Organisation>;
  addLegalRepresentation(representation: LegalRepresentation): Promise<void>;
  addAdministration(administration: Administration): Promise<void>;
  /** A person has at most one live work relation per organisation; the same one again changes nothing. */
  addWorkRelation(relation: WorkRelation): Promise<WorkRelation>;
};

/** Organisations, who represents them by law and who manages their people. */
export function organisationsIn(context: StoreContext): Omit<StoredOrganisations, 'addWorkRelation'> {
  const { queries } = context;
  const read = (row: OrganisationRow | null) => (row === null ? null : readOrganisation(row));
  return {
    find: async (id) => read(await queries.first<OrganisationRow>(find, [id])),
    findByCode: async (group, code) => read(await queries.first<OrganisationRow>(findByCode, [group, code])),
    async put({ id, targetGroup, code, name, country, validity, parent, mergedInto }) {
      const row = await queries.first<OrganisationRow>(put, [
        id,
        targetGroup,
        code,
        name,
        country,
        validity.from,
        validity.until,
        parent,
        mergedInto,
      ]);
      if (row === null) throw new Error('an organisation that was just kept is gone');
      return readOrganisation(row);
    },
    async addLegalRepresentation({ organisation, person, validity }) {
      await queries.change(addRepresentation, [organisation, person, validity.from, validity.until]);
    },
    async addAdministration({ organisation, person, kind, validity }) {
      await queries.change(addAdministration, [organisation, person, kind, validity.from, validity.until]);
    },
    async countAdministrators(organisations, besides, at) {
      const asked = [organisations, besides, at];
      const rows = await queries.all<{ organisation: string; count: number }>(countAdministrators, asked);
      return new Map(rows.map(({ organisation, count }) => [organisation as OrganisationId, count]));
    },
    async administratorsOf(organisation, at) {
      const rows = await queries.all<AdministrationRow>(administratorsOf, [organisation, at]);
      return rows.map((row) => ({
        organisation,
        person: row.person as PersonId,
        kind: row.kind,
        validity: { from: row.valid_from, until: row.valid_until },
      }));
    },
  };
}

type AdministrationRow = {
  person: string;
  kind: Administration['kind'];
  valid_from: Date;
  valid_until: Date | null;
};

/** Reads an organisation; its moments may come as dates or, out of JSON, as text. */
export function readOrganisation(
  row: Omit<OrganisationRow, 'valid_from' | 'valid_until'> & {
    readonly valid_from: Date | string;
    readonly valid_until: Date | string | null;
  },
): Organisation {
  return {
    id: row.id as OrganisationId,
    targetGroup: row.target_group,
    code: row.code as OrganisationCode,
    name: row.name,
    country: row.country,
    validity: readValidity(row),
    parent: row.parent as OrganisationId | null,
    mergedInto: row.merged_into as OrganisationId | null,
  };
}

/** Reads a period out of its two columns. */
export function readValidity(row: {
  valid_from: Date | string;
  valid_until: Date | string | null;
}): WorkRelation['validity'] {
  return {
    from: new Date(row.valid_from),
    until: row.valid_until === null ? null : new Date(row.valid_until),
  };
}
