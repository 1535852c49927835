import type { ActingPerson } from '../acting/index.ts';
import { administersPlatform } from '../invitation/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import { powerNeeds, powerOver } from '../work-relation/index.ts';
import type { InvitingContext } from './world.ts';

/** What lets somebody invite to an organisation. */
export type InvitingPower = { readonly organisation: Organisation; readonly as: string };

export const inviterNeeds = [...powerNeeds, 'organisations', 'staff'] as const;

/** By what somebody may invite to an organisation now, looked at anew; `null`: by nothing. */
export async function inviterIn(
  context: InvitingContext<typeof inviterNeeds>,
  by: Pick<ActingPerson, 'person' | 'authority'>,
  organisation: OrganisationId,
): Promise<InvitingPower | null> {
  const { stores, now } = context;
  if (by.authority.kind === 'staff') {
    // A platform administrator brings an organisation its first administrator, and administers nothing in it.
    const found = (await administersPlatform(stores, by.person, now))
      ? await stores.organisations.find(organisation)
      : null;
    return found && { organisation: found, as: 'platform' };
  }
  const power = await powerOver(context, by, organisation);
  return power && { organisation: power.organisation, as: power.basis };
}
