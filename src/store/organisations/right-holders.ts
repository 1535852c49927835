import type { HolderOfRight, RightHolders } from '../../domain/application/index.ts';
import type { OrganisationCode, OrganisationId, TargetGroup } from '../../domain/organisation/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { readValidity } from './organisations.ts';

const PAGE = 1000;
const FIRST = '00000000-0000-0000-0000-000000000000';

type HolderRow = {
  id: string;
  given_names: string;
  family_name: string;
  organisation: string;
  target_group: TargetGroup;
  code: string;
  organisation_name: string;
  user_right: string;
  contexts: string[];
  valid_from: Date;
  valid_until: Date | null;
};

const page: Statement = {
  name: 'right_holders.page',
  readsOnly: true,
  text: `select r.id, p.given_names, p.family_name, o.id as organisation, o.target_group, o.code, o.name as organisation_name,
      r.user_right, r.contexts, r.valid_from, r.valid_until
    from user_rights r
    join work_relations w on w.id = r.work_relation
    join organisations o on o.id = r.organisation
    join persons p on p.id = w.person
    where r.application = $1 and r.user_right = any($2::text[]) and r.id > $4::uuid
      and (r.valid_until is null or r.valid_until > $3)
      and (w.valid_until is null or w.valid_until > $3)
      and (o.valid_until is null or o.valid_until > $3)
    order by r.id limit ${PAGE}`,
};

/** Who has rights in an application. */
export function rightHoldersIn({ queries }: StoreContext): RightHolders {
  return {
    async page({ application, rights, at }, after) {
      const rows = await queries.all<HolderRow>(page, [application, rights, at, after ?? FIRST]);
      return rows.map(readHolder);
    },
  };
}

function readHolder(row: HolderRow): HolderOfRight {
  return {
    id: row.id,
    name: `${row.given_names} ${row.family_name}`.trim(),
    organisation: row.organisation as OrganisationId,
    targetGroup: row.target_group,
    organisationCode: row.code as OrganisationCode,
    organisationName: row.organisation_name,
    right: row.user_right,
    contexts: row.contexts,
    validity: readValidity(row),
  };
}
