import { type ActingPerson, officeOf } from '../../acting/index.ts';
import type { OrganisationId } from '../../organisation/index.ts';

/** Somebody at the counter of a registration office. */
export type Officer = { readonly by: ActingPerson; readonly office: OrganisationId };

/** Whoever acts, at the counter of their office; `null` for somebody who may not. */
export function officerOf(by: ActingPerson): Officer | null {
  const office = officeOf(by);
  return office && { by, office };
}
