import type { ActingPerson } from '../../acting/index.ts';
import type { PersonId } from '../../person/index.ts';
import type { LinkRemoval } from '../case/model.ts';
import { act } from '../case/world.ts';
import { lookNeeds, tellRemovals } from '../desk/tell-look.ts';
import { demandAgent } from '../queue/demand-agent.ts';

/** How many wishes to end a link wait for a second person. */
export const countLinkRemovals = act(
  ['linkRemovals'],
  async ({ stores }, { by }: { readonly by: ActingPerson }): Promise<number> => {
    demandAgent(by);
    return stores.linkRemovals.countWaiting();
  },
);

/** `shown`: the one that is shown, or none at all where they are only counted. */
export type ListLinkRemovals = {
  readonly by: ActingPerson;
  readonly shown?: { readonly only: string | null };
};

export type ListedLinkRemovals = {
  readonly removals: readonly LinkRemoval[];
  readonly names: ReadonlyMap<PersonId, string>;
};

/** Wishes to end a link that wait for a second person; whom they show is told to the trail. */
export const listLinkRemovals = act(
  ['linkRemovals', 'caseLists', ...lookNeeds],
  async (context, { by, shown }: ListLinkRemovals): Promise<ListedLinkRemovals> => {
    const { stores } = context;
    demandAgent(by);
    const removals = await stores.linkRemovals.waiting();
    const seen = removals.filter(({ id }) => shown === undefined || shown.only === id);
    await tellRemovals(context, by, seen);
    const people = removals.flatMap(({ proposedBy, person }) => [proposedBy, person]);
    return { removals, names: await stores.caseLists.namesOf(people) };
  },
);
