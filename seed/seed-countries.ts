import type { EuropeMember } from '../simulators/europe/open-europe.ts';
import { DAY, later } from '../src/base/time.ts';
import type { EidasCountry } from '../src/domain/eidas-country/index.ts';
import { parseCountry } from '../src/files/descriptions/country/country-file.ts';
import { readServiceMetadata, verifyCountry } from '../src/protocols/eidas/index.ts';
import type { Store } from '../src/store/index.ts';
import { type CountryDescription, readCountries } from './read-countries.ts';

const FRESH_DAYS = 7;

/** Connects the countries of the demo to simulated Europe. Metadata that still hold for a week are left as they are. */
export async function seedCountries(store: Store, members: readonly EuropeMember[], at: Date): Promise<void> {
  for (const file of await readCountries()) {
    const member = members.find((each) => each.state.code === file.code);
    const country = member
      ? await connect(await describe(file, store, at), member, store, at)
      : await describe(file, store, at);
    const change = await store.countries.put(country);
    if (member?.state.metadataExpired && change.kind !== 'unchanged') {
      await store.countries.putHealth({
        code: country.code,
        kind: 'metadata-expired',
        since: at,
        detail: null,
      });
    }
  }
}

async function describe(file: CountryDescription, store: Store, at: Date): Promise<EidasCountry> {
  // Metadata are put in below: those that are kept already may have expired since.
  const parsed = await parseCountry(
    { ...file, metadata: null },
    { file: 'seed/countries.json', kept: store.countries, verify: verifyCountry, at },
  );
  if (parsed.kind === 'refused')
    throw new Error(`a demo country is refused: ${JSON.stringify(parsed.problems)}`);
  return parsed.item;
}

/** The metadata of one state may have expired, and come in all the same: they held when the state was connected. */
async function connect(
  country: EidasCountry,
  member: EuropeMember,
  store: Store,
  at: Date,
): Promise<EidasCountry> {
  const kept = await store.countries.find(country.code);
  const trust = [member.trust];
  const connected = { ...country, trust, entityId: member.metadataUrl, refreshFrom: member.metadataUrl };
  if (
    kept?.metadata &&
    kept.trust[0] === member.trust &&
    (member.state.metadataExpired || isFresh(kept, member, at))
  ) {
    return { ...connected, metadata: kept.metadata };
  }
  return { ...connected, metadata: member.metadata() };
}

function isFresh(kept: EidasCountry, member: EuropeMember, at: Date): boolean {
  const frame = {
    country: kept.code,
    trust: kept.trust,
    at: later(at, FRESH_DAYS * DAY),
    entityIdHint: member.metadataUrl,
  };
  const read = readServiceMetadata(kept.metadata ?? '', frame);
  return read.kind === 'accepted' && read.metadata.entityId === member.metadataUrl;
}
