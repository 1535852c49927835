import type { CountryHealth, EidasCountry, EidasCountryStore } from '../../domain/eidas-country/index.ts';
import { readServiceMetadata } from '../../protocols/eidas/index.ts';
import { judgeMetadata } from '../eidas/metadata-health.ts';
import { type Finding, ok, warn } from './check.ts';

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

/** Whether people can reach every country that is open, and for how long. */
export async function checkCountries(
  kept: Pick<EidasCountryStore, 'list' | 'metadataSince'>,
  at: Date,
): Promise<readonly Finding[]> {
  const open = (await kept.list()).filter((each) => each.status.kind === 'open' && each.metadata !== null);
  const findings: Finding[] = [];
  for (const country of open) {
    const standing = await standingOfMetadata(kept, country, at);
    if (standing.kind !== 'working') findings.push(troubleOf(country, standing));
  }
  return findings.length > 0 ? findings : [ok('countries', `${open.length} connected, all metadata hold`)];
}

function troubleOf({ code, refreshFrom }: EidasCountry, { until }: MetadataStanding): Finding {
  const next =
    refreshFrom === null
      ? 'Get fresh metadata from the member state and apply them: docs/how-to/connect-a-country.md.'
      : `Find out why fresh metadata do not come from ${refreshFrom}: bin/sluis country list says what the worker saw.`;
  const what =
    until === null
      ? `the metadata of ${code} do not hold any more: nobody can use it.`
      : `the metadata of ${code} end on ${until.toISOString()}.`;
  return warn('countries', what, next);
}
