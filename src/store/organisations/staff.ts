import type { EntrustedPeople, Office, OfficeDirectory } from '../../domain/casework/index.ts';
import type { StaffList } from '../../domain/invitation/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import {
  caseworkApplicationId,
  type StaffDirectory,
  staffRightCodes,
  staffRightsFrom,
} from '../../domain/staff/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { PLACE_COLUMNS, type PlaceRow, readPlace } from './office-places.ts';

type OfficeRow = PlaceRow & Pick<Office, 'organisation' | 'name'>;
type HeldRow = {
  id: string;
  person: string;
  given_names: string;
  family_name: string;
  organisation: string;
  organisation_name: string;
  user_right: string;
};
type ColleagueRow = { person: string; given_names: string; family_name: string; rights: string[] };

const colleaguesOf: Statement = {
  name: 'staff.colleagues',
  readsOnly: true,
  text: `select p.id as person, p.given_names, p.family_name, array_agg(distinct r.user_right) as rights
    from organisations o
    join work_relations w on w.organisation = o.id
    join user_rights r on r.work_relation = w.id and r.organisation = o.id and r.application = $2
    join persons p on p.id = w.person
    where o.id = $1
      and o.valid_from <= $3 and (o.valid_until is null or o.valid_until > $3)
      and w.valid_from <= $3 and (w.valid_until is null or w.valid_until > $3)
      and r.valid_from <= $3 and (r.valid_until is null or r.valid_until > $3)
    group by p.id order by p.family_name, p.given_names, p.id`,
};

// The application stands in the text, so that the small index of staff serves.
const offices: Statement = {
  name: 'staff.offices',
  readsOnly: true,
  text: `select distinct o.id as organisation, o.name, ${PLACE_COLUMNS} from user_rights r
    join work_relations w on w.id = r.work_relation
    join organisations o on o.id = w.organisation and o.id = r.organisation
    left join office_places p on p.organisation = o.id
    where r.application = '${caseworkApplicationId}' and r.user_right = $1
      and o.valid_from <= $2 and (o.valid_until is null or o.valid_until > $2)
      and w.valid_from <= $2 and (w.valid_until is null or w.valid_until > $2)
      and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
    order by o.name, o.id limit 200`,
};

// The application stands in the text here too.
const rightsHeld: Statement = {
  name: 'staff.rights_held',
  readsOnly: true,
  text: `select r.id, w.person, p.given_names, p.family_name, o.id as organisation, o.name as organisation_name, r.user_right
    from user_rights r
    join work_relations w on w.id = r.work_relation
    join organisations o on o.id = w.organisation and o.id = r.organisation
    join persons p on p.id = w.person
    where r.application = '${caseworkApplicationId}' and ($2::uuid is null or w.person = $2)
      and o.valid_from <= $1 and (o.valid_until is null or o.valid_until > $1)
      and w.valid_from <= $1 and (w.valid_until is null or w.valid_until > $1)
      and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1)
    order by p.family_name, p.given_names, p.id, o.name, r.user_right`,
};

// Rights and duties that are to come count as well; those that ended do not.
const among: Statement = {
  name: 'staff.entrusted',
  readsOnly: true,
  text: `select w.person from work_relations w join user_rights r on r.work_relation = w.id
    where w.person = any($1::uuid[]) and r.application = '${caseworkApplicationId}'
      and (r.valid_until is null or r.valid_until > $2) and (w.valid_until is null or w.valid_until > $2)
    union
    select person from administrations
    where person = any($1::uuid[]) and (valid_until is null or valid_until > $2)`,
};

/** Staff, straight from the user rights. */
export type StaffStore = Pick<StaffDirectory, 'colleaguesOf'> & OfficeDirectory & StaffList;

/** Reads who works with Sluis. */
export function staffIn({ queries }: StoreContext): StaffStore {
  return {
    async offices(at) {
      const rows = await queries.all<OfficeRow>(offices, [staffRightCodes['registration-officer'], at]);
      return rows.map((row) => ({ organisation: row.organisation, name: row.name, place: readPlace(row) }));
    },
    async rightsHeld(at, person) {
      const rows = await queries.all<HeldRow>(rightsHeld, [at, person ?? null]);
      return rows.flatMap((row) => {
        const [right] = staffRightsFrom([{ right: row.user_right }]);
        if (right === undefined) return [];
        return {
          id: row.id,
          person: row.person as PersonId,
          name: `${row.given_names} ${row.family_name}`.trim(),
          organisation: row.organisation as OrganisationId,
          organisationName: row.organisation_name,
          right,
        };
      });
    },
    async colleaguesOf(organisation, at) {
      const rows = await queries.all<ColleagueRow>(colleaguesOf, [organisation, caseworkApplicationId, at]);
      return rows.map((row) => ({
        person: row.person as PersonId,
        name: `${row.given_names} ${row.family_name}`.trim(),
        rights: staffRightsFrom(row.rights.map((right) => ({ right }))),
      }));
    },
  };
}

/** Reads who must not be linked by one person alone. */
export function entrustedIn({ queries }: StoreContext): EntrustedPeople {
  return {
    async among(persons, at) {
      if (persons.length === 0) return new Set();
      const rows = await queries.all<{ person: string }>(among, [persons, at]);
      return new Set(rows.map(({ person }) => person as PersonId));
    },
  };
}
