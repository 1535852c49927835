import { correlationCode } from '../../base/correlation.ts';
import { DAY } from '../../base/time.ts';
import type { CountryHealth, EidasCountry } from '../../domain/eidas-country/index.ts';
import { type FetchedMetadata, fetchMetadata } from '../../outside/metadata/fetch-metadata.ts';
import {
  type MetadataRefusal,
  readServiceMetadata,
  type ServiceMetadata,
} from '../../protocols/eidas/index.ts';
import type { Store } from '../../store/index.ts';
import { systemRandomness } from '../randomness.ts';

/** Metadata that ends within this time makes the operator look. */
const SOON = 3 * DAY;

export type Refreshed = {
  readonly country: string;
  readonly kind: 'replaced' | 'unchanged' | 'kept';
  /** Why fresh metadata was not taken, when it was not. */
  readonly reason: FetchedReason | MetadataRefusal | null;
  readonly health: CountryHealth['kind'];
};
type FetchedReason = Extract<FetchedMetadata, { kind: 'failed' }>['reason'];

/**
 * Fetches fresh metadata of every country that says where, takes it into use when its signature chains to the trust anchor
 * and it is not older than what is known, and writes down how each connection stands.
 */
export async function refreshMetadata(
  store: Pick<Store, 'countries' | 'inTransaction'>,
  now: Date,
  fetch: (url: string) => Promise<FetchedMetadata> = fetchMetadata,
): Promise<readonly Refreshed[]> {
  const results: Refreshed[] = [];
  for (const country of await store.countries.list()) {
    if (country.status.kind === 'open') results.push(await refreshOne(store, country, now, fetch));
  }
  return results;
}

async function refreshOne(
  store: Pick<Store, 'countries' | 'inTransaction'>,
  country: EidasCountry,
  now: Date,
  fetch: (url: string) => Promise<FetchedMetadata>,
): Promise<Refreshed> {
  const known = country.metadata === null ? null : verified(country, country.metadata, now);
  const fresh =
    country.refreshFrom === null
      ? null
      : await takeFresh(country, known, await fetch(country.refreshFrom), now);
  if (fresh?.kind === 'replaced') await replace(store, country, fresh.xml, now);
  const current = fresh?.kind === 'replaced' ? fresh.metadata : known;
  const reason = fresh?.kind === 'kept' ? fresh.reason : null;
  const health = healthOf(current, reason, now);
  await writeHealth(store, { code: country.code, kind: health, since: now, detail: reason });
  return { country: country.code, kind: fresh?.kind ?? 'unchanged', reason, health };
}

type Fresh =
  | { readonly kind: 'replaced'; readonly xml: string; readonly metadata: ServiceMetadata }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'kept'; readonly reason: NonNullable<Refreshed['reason']> };

async function takeFresh(
  country: EidasCountry,
  known: ServiceMetadata | null,
  fetched: FetchedMetadata,
  now: Date,
): Promise<Fresh> {
  if (fetched.kind === 'failed') return { kind: 'kept', reason: fetched.reason };
  if (fetched.xml === country.metadata) return { kind: 'unchanged' };
  const read = readServiceMetadata(fetched.xml, {
    country: country.code,
    trust: country.trust,
    at: now,
    // An older copy is genuine too, but may bring back a key that was withdrawn.
    ...(known ? { previousValidUntil: known.validUntil } : {}),
  });
  if (read.kind === 'refused') return { kind: 'kept', reason: read.code };
  return { kind: 'replaced', xml: fetched.xml, metadata: read.metadata };
}

function verified(country: EidasCountry, xml: string, at: Date): ServiceMetadata | null {
  const read = readServiceMetadata(xml, { country: country.code, trust: country.trust, at });
  return read.kind === 'accepted' ? read.metadata : null;
}

function healthOf(
  current: ServiceMetadata | null,
  reason: Refreshed['reason'],
  now: Date,
): CountryHealth['kind'] {
  if (!current || current.validUntil <= now) return 'metadata-expired';
  const isEnding = current.validUntil.getTime() - now.getTime() < SOON;
  return isEnding && reason !== null ? 'metadata-expiring' : 'working';
}

async function replace(
  store: Pick<Store, 'inTransaction'>,
  country: EidasCountry,
  xml: string,
  now: Date,
): Promise<void> {
  await store.inTransaction(async (stores) => {
    await stores.countries.putMetadata(country.code, xml, now);
    await stores.audit.record({
      kind: 'country.metadata-replaced',
      actor: { kind: 'system' },
      subject: { kind: 'country', id: country.code },
      purpose: 'operation',
      details: {},
      correlation: correlationCode(systemRandomness.bytes(8)),
    });
  });
}

async function writeHealth(store: Pick<Store, 'countries'>, health: CountryHealth): Promise<void> {
  const before = await store.countries.healthOf(health.code);
  if (before?.kind === health.kind && before.detail === health.detail) return;
  await store.countries.putHealth(health);
}
