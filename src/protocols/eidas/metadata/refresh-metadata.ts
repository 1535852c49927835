import { correlationCode } from '../../../base/correlation.ts';
import {
  type CountryHealth,
  type EidasCountry,
  type FetchedMetadata,
  judgeMetadata,
} from '../../../domain/eidas-country/index.ts';
import type { ServiceMetadata } from '../model.ts';
import type { RefreshPorts } from '../ports.ts';
import { readServiceMetadata } from './read-service-metadata.ts';
import type { MetadataRefusal } from './verify-metadata.ts';

export type Refreshed = {
  readonly country: string;
  readonly kind: 'replaced' | 'unchanged' | 'kept';
  /** Why fresh metadata was not taken, when it was not. */
  readonly reason: FetchedReason | MetadataRefusal | null;
  readonly health: CountryHealth['kind'];
};
type FetchedReason = Extract<FetchedMetadata, { kind: 'failed' }>['reason'];

/** One round: `countries` are all of them, open or not, because none of them may turn up as another one. */
type Round = Omit<RefreshPorts, 'countries'> & {
  readonly store: RefreshPorts['countries'];
  readonly countries: readonly EidasCountry[];
};

/**
 * Fetches fresh metadata of every country that says where, takes it into use when its signature chains to the trust anchor,
 * it describes the entity that was applied and is not older than what is known, and writes down how each connection stands.
 */
export async function refreshMetadata({
  countries: store,
  ...ports
}: RefreshPorts): Promise<readonly Refreshed[]> {
  const results: Refreshed[] = [];
  const round: Round = { ...ports, store, countries: await store.list() };
  for (const country of round.countries) {
    if (country.status.kind === 'open') results.push(await refreshOne(round, country));
  }
  return results;
}

async function refreshOne(round: Round, country: EidasCountry): Promise<Refreshed> {
  const { store, now } = round;
  const known = country.metadata === null ? null : verified(country, country.metadata, now);
  const fresh =
    country.refreshFrom === null
      ? null
      : await takeFresh(round, country, known, await round.fetch(country.refreshFrom));
  if (fresh?.kind === 'replaced') await replace(round, country, fresh);
  const current = fresh?.kind === 'replaced' ? fresh.metadata : known;
  const reason = fresh?.kind === 'kept' ? fresh.reason : null;
  const life = current && {
    validUntil: current.validUntil,
    since: await store.metadataSince(country.code),
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
  { countries, now }: Round,
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
  { inTransaction, randomness, now }: Round,
  { code }: EidasCountry,
  { xml, metadata }: Extract<Fresh, { kind: 'replaced' }>,
): Promise<void> {
  await inTransaction(['countries', 'audit'], async ({ countries, audit }) => {
    await countries.putMetadata(code, { xml, entityId: metadata.entityId }, now);
    await audit.record({
      kind: 'country.metadata-replaced',
      actor: { kind: 'system' },
      subject: { kind: 'country', id: code },
      purpose: 'operation',
      // Keys that are too weak are left out: somebody should tell the country.
      details: { weakKeys: metadata.weakKeys },
      correlation: correlationCode(randomness.bytes(8)),
    });
  });
}

async function writeHealth(store: Round['store'], health: CountryHealth): Promise<void> {
  const before = await store.healthOf(health.code);
  if (before?.kind === health.kind && before.detail === health.detail) return;
  await store.putHealth(health);
}
