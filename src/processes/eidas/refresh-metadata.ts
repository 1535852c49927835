import { correlationCode } from '../../base/correlation.ts';
import type { CountryHealth, EidasCountry } from '../../domain/eidas-country/index.ts';
import { type FetchedMetadata, fetchMetadata } from '../../outside/metadata/fetch-metadata.ts';
import {
  type MetadataRefusal,
  readServiceMetadata,
  type ServiceMetadata,
} from '../../protocols/eidas/index.ts';
import type { Store } from '../../store/index.ts';
import { systemRandomness } from '../wiring/randomness.ts';
import { judgeMetadata } from './metadata-health.ts';

export type Refreshed = {
  readonly country: string;
  readonly kind: 'replaced' | 'unchanged' | 'kept';
  /** Why fresh metadata was not taken, when it was not. */
  readonly reason: FetchedReason | MetadataRefusal | null;
  readonly health: CountryHealth['kind'];
};
type FetchedReason = Extract<FetchedMetadata, { kind: 'failed' }>['reason'];

type World = {
  readonly store: Pick<Store, 'countries' | 'inTransaction'>;
  readonly now: Date;
  fetch(url: string): Promise<FetchedMetadata>;
  /** Of all countries, open or not: none of them may turn up as another one. */
  readonly countries: readonly EidasCountry[];
};

/**
 * Fetches fresh metadata of every country that says where, takes it into use when its signature chains to the trust anchor,
 * it describes the entity that was applied and is not older than what is known, and writes down how each connection stands.
 */
export async function refreshMetadata(
  store: Pick<Store, 'countries' | 'inTransaction'>,
  now: Date,
  fetch: (url: string) => Promise<FetchedMetadata> = fetchMetadata,
): Promise<readonly Refreshed[]> {
  const results: Refreshed[] = [];
  const world: World = { store, now, fetch, countries: await store.countries.list() };
  for (const country of world.countries) {
    if (country.status.kind === 'open') results.push(await refreshOne(world, country));
  }
  return results;
}

async function refreshOne(world: World, country: EidasCountry): Promise<Refreshed> {
  const { store, now } = world;
  const known = country.metadata === null ? null : verified(country, country.metadata, now);
  const fresh =
    country.refreshFrom === null
      ? null
      : await takeFresh(world, country, known, await world.fetch(country.refreshFrom));
  if (fresh?.kind === 'replaced') await replace(store, country, fresh, now);
  const current = fresh?.kind === 'replaced' ? fresh.metadata : known;
  const reason = fresh?.kind === 'kept' ? fresh.reason : null;
  const life = current && {
    validUntil: current.validUntil,
    since: await store.countries.metadataSince(country.code),
    isFetched: country.refreshFrom !== null,
  };
  const health = judgeMetadata(life, now);
  await writeHealth(store, { code: country.code, kind: health, since: now, detail: reason });
  return { country: country.code, kind: fresh?.kind ?? 'unchanged', reason, health };
}

type Fresh =
  | { readonly kind: 'replaced'; readonly xml: string; readonly metadata: ServiceMetadata }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'kept'; readonly reason: NonNullable<Refreshed['reason']> };

async function takeFresh(
  { countries, now }: World,
  country: EidasCountry,
  known: ServiceMetadata | null,
  fetched: FetchedMetadata,
): Promise<Fresh> {
  if (fetched.kind === 'failed') return { kind: 'kept', reason: fetched.reason };
  if (fetched.xml === country.metadata) return { kind: 'unchanged' };
  const pinned = country.entityId ?? known?.entityId ?? null;
  const read = readServiceMetadata(fetched.xml, {
    country: country.code,
    trust: country.trust,
    signers: country.signers,
    at: now,
    // Another entity is another node: that takes an operator, and `country apply`.
    ...(pinned === null ? {} : { entityIdHint: pinned }),
    ...(known ? { previous: known } : {}),
  });
  if (read.kind === 'refused') return { kind: 'kept', reason: read.code };
  const { entityId } = read.metadata;
  if (countries.some((other) => other.code !== country.code && other.entityId === entityId))
    return { kind: 'kept', reason: 'eidas.metadata-entity' };
  return { kind: 'replaced', xml: fetched.xml, metadata: read.metadata };
}

function verified(country: EidasCountry, xml: string, at: Date): ServiceMetadata | null {
  const { code, trust, signers } = country;
  const pinned = country.entityId === null ? {} : { entityIdHint: country.entityId };
  const read = readServiceMetadata(xml, { country: code, trust, signers, at, ...pinned });
  return read.kind === 'accepted' ? read.metadata : null;
}

async function replace(
  store: Pick<Store, 'inTransaction'>,
  { code }: EidasCountry,
  { xml, metadata }: Extract<Fresh, { kind: 'replaced' }>,
  now: Date,
): Promise<void> {
  await store.inTransaction(['countries', 'audit'], async (stores) => {
    await stores.countries.putMetadata(code, { xml, entityId: metadata.entityId }, now);
    await stores.audit.record({
      kind: 'country.metadata-replaced',
      actor: { kind: 'system' },
      subject: { kind: 'country', id: code },
      purpose: 'operation',
      // Keys that are too weak are left out: somebody should tell the country.
      details: { weakKeys: metadata.weakKeys },
      correlation: correlationCode(systemRandomness.bytes(8)),
    });
  });
}

async function writeHealth(store: Pick<Store, 'countries'>, health: CountryHealth): Promise<void> {
  const before = await store.countries.healthOf(health.code);
  if (before?.kind === health.kind && before.detail === health.detail) return;
  await store.countries.putHealth(health);
}
