import type { EventContent } from '../audit/index.ts';
import type { EidasCountry } from './model.ts';
import { isTestCountry } from './parse-country-code.ts';
import type { EidasCountryStore } from './ports.ts';

/** What became of a country that was described, what the trail must tell of it, and what needs a second look. */
export type AppliedCountry = {
  readonly change: 'added' | 'changed' | 'unchanged';
  /** None when nothing changed. */
  readonly events: readonly EventContent[];
  readonly note:
    | { readonly kind: 'entity-changed'; readonly before: string; readonly after: string | null }
    /** A test country is new. */
    | { readonly kind: 'test-country' }
    | null;
};

/** What is known of a country beside its description. */
export type CountryFacts = {
  /** How many keys of its metadata are too weak to be used. */
  weakKeys(): number;
  /** The fingerprint of a certificate in PEM. */
  fingerprintOf(pem: string): string;
};

/** Keeps a country as it was described. */
export async function applyCountry(
  countries: Pick<EidasCountryStore, 'find' | 'put'>,
  country: EidasCountry,
  facts: CountryFacts,
): Promise<AppliedCountry> {
  const before = await countries.find(country.code);
  const { kind: change } = await countries.put(country);
  const events = change === 'unchanged' ? [] : eventsOf(before, country, { change, ...facts });
  return { change, events, note: noteOn(before, country) };
}

function eventsOf(
  before: EidasCountry | null,
  country: EidasCountry,
  { change, weakKeys, fingerprintOf }: CountryFacts & { readonly change: string },
): readonly EventContent[] {
  const subject = { kind: 'country', id: country.code } as const;
  const purpose = 'operation';
  const details = {
    change,
    status: country.status.kind,
    metadataChanged: (before?.metadata ?? null) !== country.metadata,
    weakKeys: weakKeys(),
  };
  const events: EventContent[] = [{ kind: 'country.applied', subject, purpose, details }];
  const entity = { before: before?.entityId ?? null, after: country.entityId };
  if (entity.before !== entity.after)
    events.push({ kind: 'country.entity-changed', subject, purpose, details: entity });
  const trust = { before: trustOf(before, fingerprintOf), after: trustOf(country, fingerprintOf) };
  if (JSON.stringify(trust.before.toSorted()) !== JSON.stringify(trust.after.toSorted()))
    events.push({ kind: 'country.trust-changed', subject, purpose, details: trust });
  return events;
}

/** Another entity is another node: whoever applies it must see it. And a test country is not for everybody. */
function noteOn(before: EidasCountry | null, { code, entityId }: EidasCountry): AppliedCountry['note'] {
  const known = before?.entityId ?? null;
  if (known !== null && known !== entityId) return { kind: 'entity-changed', before: known, after: entityId };
  return before === null && isTestCountry(code) ? { kind: 'test-country' } : null;
}

/** Whom a country's metadata is believed from: anchors, and the signers that are pinned. */
function trustOf(country: EidasCountry | null, fingerprintOf: (pem: string) => string): readonly string[] {
  if (country === null) return [];
  return [...country.trust.map(fingerprintOf), ...country.signers.map((each) => `signer ${each}`)];
}
