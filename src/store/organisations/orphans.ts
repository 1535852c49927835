import type { Orphan, OrphanStore } from '../../domain/enterprise-register/index.ts';
import type { OrganisationCode, OrganisationId, TargetGroup } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { caseworkApplicationId, staffRightCodes } from '../../domain/staff/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

const live = (row: string, at: string) =>
  `${row}.valid_from <= ${at} and (${row}.valid_until is null or ${row}.valid_until > ${at})`;

// Whoever comes later, or stands above, decides there too: a unit is no orphan while what it is of counts.
const list: Statement = {
  name: 'orphans.list',
  readsOnly: true,
  text: `select o.id, o.target_group, o.code, o.name, (select max(until) from (
        select max(valid_until) as until from legal_representations where organisation = o.id
        union all select max(valid_until) from administrations where organisation = o.id) left_at) as since
    from organisations o
    where ($2::uuid is null or o.id > $2) and ${live('o', '$1')}
      and not exists (select from organisations above where above.id = o.parent and ${live('above', '$1')})
      and not exists (select from legal_representations each where each.organisation = o.id and ${live('each', '$1')})
      and not exists (select from administrations each where each.organisation = o.id and ${live('each', '$1')})
    order by o.id limit $3`,
};

// The application stands in the text, so that the small index of staff serves.
const caretakers: Statement = {
  name: 'orphans.caretakers',
  readsOnly: true,
  text: `select distinct w.person from user_rights r join work_relations w on w.id = r.work_relation
    join organisations o on o.id = r.organisation
    where r.application = '${caseworkApplicationId}' and r.user_right = $2
      and ${live('r', '$1')} and ${live('w', '$1')} and ${live('o', '$1')}`,
};

type OrphanRow = { id: string; target_group: TargetGroup; code: string; name: string; since: Date | null };

/** Organisations in which nobody decides. */
export function orphansIn({ queries }: StoreContext): OrphanStore {
  return {
    async list({ at, after, most }) {
      const rows = await queries.all<OrphanRow>(list, [at, after, most]);
      return rows.map(
        ({ id, target_group: targetGroup, code, name, since }): Orphan => ({
          id: id as OrganisationId,
          targetGroup,
          code: code as OrganisationCode,
          name,
          since,
        }),
      );
    },
    async caretakers(at) {
      const rows = await queries.all<{ person: string }>(caretakers, [
        at,
        staffRightCodes['platform-administrator'],
      ]);
      return rows.map(({ person }) => person as PersonId);
    },
  };
}
