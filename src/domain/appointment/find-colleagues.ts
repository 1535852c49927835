import { administeringNeeds, administratorAt } from '../administration/index.ts';
import type { PersonInList } from '../work-relation/index.ts';
import { act, type ByAdministrator } from './world.ts';

/** As many are shown to choose from: a search finds the others. */
const MOST = 20;

/** Colleagues by name, to choose from; `null` for whoever administers the organisation no longer. */
export const findColleagues = act(
  ['people', ...administeringNeeds],
  async (
    { stores, now },
    { by, organisation, search }: ByAdministrator & { readonly search: string },
  ): Promise<readonly PersonInList[] | null> => {
    const own = await administratorAt(stores, by.person, organisation, now);
    if (own === null) return null;
    const filter = { organisation, standing: 'current', type: null, application: null, after: null } as const;
    const found = await stores.people.list(
      { ...filter, search: search === '' ? null : search },
      now,
      MOST + 1,
    );
    return found.filter(({ person }) => person !== by.person).slice(0, MOST);
  },
);
