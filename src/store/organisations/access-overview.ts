import type { CalendarDate } from '../../base/time.ts';
import type { AccessOverviewStore } from '../../domain/access-overview/index.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { readTies, selectAllTies, type TiesRow } from './rights.ts';

type TiesInRow = Pick<TiesRow, 'work_relations' | 'rights' | 'representations'> & {
  person: string;
  organisations: TiesRow['organisations'];
  used_on: Record<string, string>;
};

// $3: how the organisation, and the group that it is in, stand among what people acted as.
const tiesIn: Statement = {
  name: 'access_overview.ties_in',
  readsOnly: true,
  text: `select asked.person,
      (select json_agg(o) from organisations o where o.id = $1) as organisations,
      (select coalesce(json_agg(w order by w.valid_from), '[]') from work_relations w
        where w.person = asked.person and w.organisation = $1) as work_relations,
      (select coalesce(json_agg(r order by r.valid_from), '[]') from work_relations w
        join user_rights r on r.work_relation = w.id
        where w.person = asked.person and w.organisation = $1) as rights,
      (select coalesce(json_agg(l order by l.valid_from), '[]') from legal_representations l
        where l.person = asked.person and l.organisation = $1) as representations,
      (select coalesce(json_object_agg(application, used_on), '{}') from (
        select application, max(used_on) as used_on from capacity_uses
        where person = asked.person and capacity = any($3::text[]) group by application) used) as used_on
    from unnest($2::uuid[]) as asked (person)`,
};
const allTiesOf: Statement = {
  name: 'access_overview.all_ties',
  readsOnly: true,
  text: selectAllTies('$1'),
};

/** Who may act for whom. */
export function accessOverviewIn({ queries }: StoreContext): AccessOverviewStore {
  return {
    async tiesIn({ id, targetGroup }, people) {
      if (people.length === 0) return new Map();
      const acted = [`organisation:${id}`, `group:${targetGroup}`];
      const rows = await queries.all<TiesInRow>(tiesIn, [id, people, acted]);
      return new Map(
        rows.map(({ person, used_on, ...row }) => [
          person as PersonId,
          {
            ties: readTies({ ...row, vo_ids: {} }),
            usedOn: new Map(Object.entries(used_on) as [ApplicationId, CalendarDate][]),
          },
        ]),
      );
    },
    async allTiesOf(person) {
      const row = await queries.first<TiesRow>(allTiesOf, [person]);
      if (row === null) throw new Error('a query without a table must give a row');
      return readTies(row);
    },
  };
}
