import {
  type Application,
  type OfferedOrganisation,
  offeredRights,
  type RightDefinition,
} from '../application/index.ts';
import type { Organisation, OrganisationCode } from '../organisation/index.ts';
import type { RequestContext } from './world.ts';

/** Deeper than any organisation has units. */
const DEEPEST = 20;

/** The rights of an application that people may ask an organisation for: those that it offers there. */
export async function askableRights(
  context: RequestContext<['organisations']>,
  application: Application,
  organisation: Organisation,
): Promise<readonly RightDefinition[]> {
  return offeredRights(application, await offeredTo(context, organisation));
}

/** An organisation as an offer looks at it: with the codes of those that it is a unit of. */
export async function offeredTo(
  { stores }: RequestContext<['organisations']>,
  { targetGroup, code, parent }: Organisation,
): Promise<OfferedOrganisation> {
  const within: OrganisationCode[] = [];
  for (let next = parent; next !== null && within.length < DEEPEST; ) {
    const above: Organisation | null = await stores.organisations.find(next);
    if (above !== null) within.push(above.code);
    next = above?.parent ?? null;
  }
  return { targetGroup, code, within };
}
