import type { OrganisationId, WorkRelation } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { readValidity, type StoredOrganisations } from './organisations.ts';

export type WorkRelationRow = {
  id: string;
  person: string;
  organisation: string;
  user_type: WorkRelation['userType'];
  email: string | null;
  valid_from: Date | string;
  valid_until: Date | string | null;
};

const COLUMNS = 'id, person, organisation, user_type, email, valid_from, valid_until';

// With a first work relation in a target group the person gets a vo_id there.
const add: Statement = {
  name: 'work_relations.add',
  text: `with known as (
      insert into vo_ids (person, target_group, vo_id)
      select $2::uuid, target_group, gen_random_uuid()::text from organisations where id = $3
      on conflict (person, target_group) do nothing
    )
    insert into work_relations (${COLUMNS})
    select $1::uuid, $2::uuid, $3::uuid, $4, $5, $6::timestamptz, $7::timestamptz
    where not exists (select from work_relations
      where person = $2 and organisation = $3 and (valid_until is null or valid_until > $6))
    on conflict do nothing
    returning ${COLUMNS}`,
};
const findLive: Statement = {
  name: 'work_relations.find_live',
  readsOnly: true,
  text: `select ${COLUMNS} from work_relations
    where person = $1 and organisation = $2 and (valid_until is null or valid_until > $3)
    order by valid_from desc limit 1`,
};

/** Adds a work relation, or answers with the one that already covers its beginning. */
export function addWorkRelationIn({ queries }: StoreContext): StoredOrganisations['addWorkRelation'] {
  return async (relation) => {
    const { id, person, organisation, userType, email, validity } = relation;
    const columns = [id, person, organisation, userType, email, validity.from, validity.until];
    const added = await queries.first<WorkRelationRow>(add, columns);
    if (added !== null) return readWorkRelation(added);
    const first = await queries.first<WorkRelationRow>(findLive, [person, organisation, validity.from]);
    if (first === null) throw new Error('a work relation with this id belongs to somebody else');
    return readWorkRelation(first);
  };
}

/** Reads a work relation; its moments may come as dates or, out of JSON, as text. */
export function readWorkRelation(row: WorkRelationRow): WorkRelation {
  return {
    id: row.id,
    person: row.person as PersonId,
    organisation: row.organisation as OrganisationId,
    userType: row.user_type,
    email: row.email,
    validity: readValidity(row),
  };
}
