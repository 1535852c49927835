import { administeringNeeds, administratorAt } from '../administration/index.ts';
import type { PersonAtWork, WorkRelationId } from '../work-relation/index.ts';
import { act, type ByAdministrator } from './world.ts';

/** Somebody who works here now or will, to be appointed; `null` for whoever is not there, and for who administers nothing here. */
export const viewColleague = act(
  ['people', ...administeringNeeds],
  async (
    { stores, now },
    { by, organisation, colleague }: ByAdministrator & { readonly colleague: WorkRelationId },
  ): Promise<PersonAtWork | null> => {
    const own = await administratorAt(stores, by.person, organisation, now);
    const found = own && (await stores.people.find(organisation, colleague));
    return found && (found.validity.until === null || found.validity.until > now) ? found : null;
  },
);
