import type { SavedList, SavedListStore } from '../../domain/casework/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

const of: Statement = {
  name: 'case_views.of',
  readsOnly: true,
  text: 'select id, name, query from case_views where agent = $1 order by name',
};
const add: Statement = {
  name: 'case_views.add',
  text: `insert into case_views (id, agent, name, query) values ($1, $2, $3, $4)
    on conflict (agent, name) do update set query = excluded.query`,
};
const remove: Statement = {
  name: 'case_views.remove',
  text: 'delete from case_views where agent = $1 and id = $2',
};

/** Lists that agents keep, in `case_views`: the same name again replaces what it stood for. */
export function savedListsIn({ queries }: StoreContext): SavedListStore {
  return {
    of: (agent) => queries.all<SavedList>(of, [agent]),
    async add(agent, { id, name, query }) {
      await queries.changeUnheard(add, [id, agent, name, query]);
    },
    async remove(agent, id) {
      await queries.changeUnheard(remove, [agent, id]);
    },
  };
}
