import {
  type CountryHealth,
  type EidasCountry,
  type EidasCountryStore,
  judgeMetadata,
} from '../../../domain/eidas-country/index.ts';
import { readServiceMetadata } from './read-service-metadata.ts';

/** How the metadata of a country stand at a moment, whatever the worker saw last; `until` is `null` when they do not hold. */
export type MetadataStanding = { readonly kind: CountryHealth['kind']; readonly until: Date | null };

/** Judges the metadata of a country that is connected. */
export async function standingOfMetadata(
  kept: Pick<EidasCountryStore, 'metadataSince'>,
  country: EidasCountry,
  at: Date,
): Promise<MetadataStanding> {
  const { code, trust, entityId } = country;
  const hint = entityId === null ? {} : { entityIdHint: entityId };
  const read = readServiceMetadata(country.metadata ?? '', { country: code, trust, at, ...hint });
  if (read.kind === 'refused') return { kind: judgeMetadata(null, at), until: null };
  const { validUntil } = read.metadata;
  const since = await kept.metadataSince(code);
  const isFetched = country.refreshFrom !== null;
  return { kind: judgeMetadata({ validUntil, since, isFetched }, at), until: validUntil };
}
