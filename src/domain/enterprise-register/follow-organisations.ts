import type { OrganisationId, RegisteredChange } from '../organisation/index.ts';
import { tellIfOrphaned, tellOfMerger, tellOfStrikeOff } from './tell-who-decides.ts';
import { act, followingNeeds } from './world.ts';

/**
 * Sees to what a register told: the others of an organisation learn who was struck off, whoever receives an organisation is asked who goes
 * on, and the administrators of the platform learn of organisations that nobody is left in.
 */
export const followOrganisations = act(
  followingNeeds,
  async (
    context,
    { changes }: { readonly changes: AsyncIterable<RegisteredChange> },
  ): Promise<Readonly<Record<string, number>>> => {
    let orphaned = 0;
    let last: OrganisationId | null = null;
    for await (const { kind, organisation, person } of changes) {
      if (kind === 'merged') await tellOfMerger(context, organisation);
      if (kind !== 'struck-off' || person === null) continue;
      await tellOfStrikeOff(context, organisation, person);
      // Who was struck off of one organisation stands together.
      if (organisation !== last && (await tellIfOrphaned(context, organisation))) orphaned += 1;
      last = organisation;
    }
    return orphaned === 0 ? {} : { orphaned };
  },
);
