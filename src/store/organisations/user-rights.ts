import type { OrganisationCode } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { RelationOfRights, UserRights } from '../../domain/user-rights/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { type OrganisationRow, readOrganisation, readValidity } from './organisations.ts';
import { type RightRow, readRight, rightsIn } from './rights.ts';

/** Deeper than any organisation may be. */
const DEEPEST = 20;

type RelationRow = {
  id: string;
  person: string;
  given_names: string;
  family_name: string;
  email: string | null;
  valid_from: Date;
  valid_until: Date | null;
  organisation: OrganisationRow;
  within: string[];
};

/** Not said to read only: whoever changed rights of this relation held the lock that was waited for. */
const hold: Statement = {
  name: 'user_rights.hold_relation',
  text: 'select id from work_relations where id = $1 for update',
};
const relation: Statement = {
  name: 'user_rights.relation',
  readsOnly: true,
  text: `with recursive line as (
      select o.id, o.parent, o.code, 0 as steps from work_relations w join organisations o on o.id = w.organisation where w.id = $1
      union
      select o.id, o.parent, o.code, line.steps + 1 from line join organisations o on o.id = line.parent where line.steps < ${DEEPEST}
    )
    select w.id, w.person, p.given_names, p.family_name, w.email, w.valid_from, w.valid_until, to_json(o) as organisation,
      (select coalesce(json_agg(code order by steps), '[]') from line where steps > 0) as within
    from work_relations w
    join persons p on p.id = w.person
    join organisations o on o.id = w.organisation
    where w.id = $1`,
};
const relationOf: Statement = {
  name: 'user_rights.relation_of',
  readsOnly: true,
  text: 'select work_relation from user_rights where id = $1',
};
const heldBy: Statement = {
  name: 'user_rights.held_by',
  readsOnly: true,
  text: `select * from user_rights where work_relation = $1 and (valid_until is null or valid_until > greatest($2, valid_from))
    order by valid_until nulls last, application, user_right, id`,
};
const allOf: Statement = {
  name: 'user_rights.all_of',
  readsOnly: true,
  text: 'select * from user_rights where work_relation = $1 and id = any($2::uuid[]) order by application, user_right, id',
};
const changeEnd: Statement = {
  name: 'user_rights.change_end',
  text: 'update user_rights set valid_until = $3 where id = $1 and valid_until is not distinct from $2',
};
const changeContexts: Statement = {
  name: 'user_rights.change_contexts',
  text: 'update user_rights set contexts = $2 where id = $1',
};

/** User rights as administrators give, change and end them. */
export function userRightsIn(context: StoreContext): UserRights {
  const { queries } = context;
  const { add } = rightsIn(context);
  const findRelation: UserRights['findRelation'] = async (id) => {
    const row = await queries.first<RelationRow>(relation, [id]);
    return row === null ? null : readRelation(row);
  };
  return {
    findRelation,
    async holdRelation(id) {
      return (await queries.first(hold, [id])) === null ? null : findRelation(id);
    },
    async relationOf(right) {
      const row = await queries.first<{ work_relation: string }>(relationOf, [right]);
      return row?.work_relation ?? null;
    },
    heldBy: async (id, at) => (await queries.all<RightRow>(heldBy, [id, at])).map(readRight),
    allOf: async (id, rights) => (await queries.all<RightRow>(allOf, [id, rights])).map(readRight),
    async give(...rights) {
      for (const right of rights) await add(right);
    },
    async changeEnd({ id, validity }, until) {
      await queries.changeSurely(changeEnd, [id, validity.until, until]);
    },
    async changeContexts(right, contexts) {
      await queries.changeSurely(changeContexts, [right, contexts]);
    },
  };
}

function readRelation(row: RelationRow): RelationOfRights {
  return {
    id: row.id,
    person: row.person as PersonId,
    givenNames: row.given_names,
    familyName: row.family_name,
    email: row.email,
    validity: readValidity(row),
    organisation: { ...readOrganisation(row.organisation), within: row.within as OrganisationCode[] },
  };
}
