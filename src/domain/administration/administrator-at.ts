import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { administratorIn, administratorsIn } from './administrator-in.ts';
import type { Administrator } from './model.ts';
import type { AdministrationStore } from './ports.ts';

/** The store that tells who administers. */
export const administeringNeeds = ['administrations'] as const;

type Stores = { readonly administrations: Pick<AdministrationStore, 'aboutPerson'> };

/**
 * Whether, and how far, a person administers an organisation at a moment: the one place where that is asked, by pages and again by each
 * act in its own transaction.
 */
export async function administratorAt(
  { administrations }: Stores,
  person: PersonId,
  organisation: OrganisationId,
  at: Date,
): Promise<Administrator | null> {
  const { units, ...kept } = await administrations.aboutPerson(person, organisation, at);
  return administratorIn(kept, person, { organisation, units, at });
}

/** Everybody who administers an organisation at a moment, the strongest first. */
export async function administratorsOf(
  { administrations }: { readonly administrations: Pick<AdministrationStore, 'aboutOrganisation'> },
  organisation: OrganisationId,
  at: Date,
): Promise<readonly Administrator[]> {
  const { units, ...kept } = await administrations.aboutOrganisation(organisation, at);
  return administratorsIn(kept, { organisation, units, at });
}
