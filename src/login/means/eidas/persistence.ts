import type { EidasLink, PresentedIdentity } from '../../../domain/identity-matching/index.ts';
import type { PageContext } from '../../step.ts';

export const persistenceNeeds = ['countries'] as const;

/** How lasting the identifier is that a country told; the least lasting where the country does not say. */
export async function persistenceOf(
  { stores }: Pick<PageContext<typeof persistenceNeeds>, 'stores'>,
  { country }: Pick<PresentedIdentity, 'country'>,
): Promise<EidasLink['persistence']> {
  return (await stores.countries.find(country))?.persistence ?? 'C';
}
