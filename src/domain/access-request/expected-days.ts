import { medianDays } from '../../base/usual-days.ts';
import type { OrganisationId } from '../organisation/index.ts';
import { LAST_DECISIONS, USUAL_DAYS } from './periods.ts';
import type { RequestContext } from './world.ts';

/** In how many working days a decision may be expected: as the last ones of this organisation took, else the last ones of all. */
export async function expectedDays(
  { stores }: RequestContext<['accessRequests']>,
  organisation: OrganisationId,
): Promise<number> {
  const own = medianDays(await stores.accessRequests.lastDecided(organisation, LAST_DECISIONS));
  if (own !== null) return own;
  return medianDays(await stores.accessRequests.lastDecided(null, LAST_DECISIONS)) ?? USUAL_DAYS;
}
