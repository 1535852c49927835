import type { HeldAccess, HeldAccessStore, HeldRight } from '../../domain/access-request/index.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import type { GivenAs } from '../../domain/rights/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import {
  type OrganisationRow,
  readOrganisation,
  readWorkRelation,
  type WorkRelationRow,
} from '../organisations/index.ts';

type HeldRow = {
  organisation: OrganisationRow;
  relation: WorkRelationRow;
  rights: {
    id: string;
    application: string;
    user_right: string;
    contexts: string[];
    valid_from: string;
    valid_until: string | null;
    giver: string | null;
    given_as: GivenAs;
    given_at: string | null;
  }[];
};

// Whoever ever had more is shown the newest.
const heldBy: Statement = {
  name: 'held_access.of',
  readsOnly: true,
  text: `select row_to_json(o) as organisation, row_to_json(w) as relation,
      (select coalesce(json_agg(each), '[]') from (
        select r.id, r.application, r.user_right, r.contexts, r.valid_from, r.valid_until, r.given_as, r.given_at,
          trim(p.given_names || ' ' || p.family_name) as giver
        from user_rights r left join persons p on p.id = r.given_by
        where r.work_relation = w.id order by r.valid_from desc, r.id limit 200) each) as rights
    from work_relations w join lateral (select * from organisations where id = w.organisation limit 1) o on true
    where w.person = $1 and ($2::uuid is null or w.organisation = $2)
    order by o.name, w.valid_from desc limit 200`,
};

/** What people have in organisations, with who gave it. */
export function heldAccessIn({ queries }: StoreContext): HeldAccessStore {
  return {
    async of(person, organisation) {
      const rows = await queries.all<HeldRow>(heldBy, [person, organisation]);
      return rows.map(
        (row): HeldAccess => ({
          organisation: readOrganisation(row.organisation),
          relation: readWorkRelation(row.relation),
          rights: row.rights.map(readRight),
        }),
      );
    },
  };
}

function readRight(row: HeldRow['rights'][number]): HeldRight {
  const until = row.valid_until === null ? null : new Date(row.valid_until);
  return {
    id: row.id,
    application: row.application as ApplicationId,
    right: row.user_right,
    contexts: row.contexts,
    validity: { from: new Date(row.valid_from), until },
    given: {
      name: row.giver,
      as: row.given_as,
      at: row.given_at === null ? null : new Date(row.given_at),
    },
  };
}
