import type { OrganisationId } from '../domain/organisation/index.ts';
import type { PersonId } from '../domain/person/index.ts';
import { type Colleague, caseworkApplicationId, staffRightsFrom } from '../domain/staff/index.ts';
import type { StoreContext } from './context.ts';
import type { Statement } from './statement.ts';

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

/** Staff of one organisation, straight from the user rights. */
export type StaffStore = {
  colleaguesOf(organisation: OrganisationId, at: Date): Promise<readonly Colleague[]>;
};

/** Reads who works with Sluis. */
export function staffIn({ queries }: StoreContext): StaffStore {
  return {
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
