import type { PersonId } from '../person/index.ts';
import type { ActingFor } from './model.ts';
import { actingFor } from './overview.ts';
import { act } from './world.ts';

/** For whom somebody may act, in every application that tells people apart by organisation. */
export const viewActing = act(
  ['accessOverview', 'applications'],
  async ({ stores, now }, { person }: { readonly person: PersonId }): Promise<readonly ActingFor[]> => {
    const applications = (await stores.applications.list()).filter(({ protocol }) => protocol !== 'own');
    return actingFor(person, await stores.accessOverview.allTiesOf(person), applications, now);
  },
);
