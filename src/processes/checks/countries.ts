import type { EidasCountry, EidasCountryStore } from '../../domain/eidas-country/index.ts';
import { type MetadataStanding, standingOfMetadata } from '../../protocols/eidas/index.ts';
import { type Finding, ok, warn } from './check.ts';

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
