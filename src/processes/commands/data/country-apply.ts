import { X509Certificate } from 'node:crypto';
import { countryName, type EidasCountry, isTestCountry } from '../../../domain/eidas-country/index.ts';
import { parseCountry } from '../../../files/descriptions/country/country-file.ts';
import { verifyCountry } from '../../../protocols/eidas/index.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import type { EventOfCommand } from '../operator-event.ts';
import { type Applicable, applyFile } from './apply.ts';

const countries: Applicable<EidasCountry, 'countries'> = {
  needs: ['countries'],
  reader(file, store) {
    const entities = new Map<string, string>();
    return {
      parse: (value) =>
        parseCountry(value, {
          ...{ file, kept: store.countries, verify: verifyCountry },
          ...{ at: new Date(), entities },
        }),
      idOf: (country) => country.code,
    };
  },
  async put(stores, country) {
    const before = await stores.countries.find(country.code);
    const { kind: change } = await stores.countries.put(country);
    const note = noteOn(before, country);
    const events = change === 'unchanged' ? [] : eventsOf(before, country, change);
    return { change, events, ...(note === null ? {} : { note }) };
  },
  show: (country) =>
    `${country.code}  ${countryName(country, 'en')}  ${standingOf(country)}${warningOf(country)}`,
  next: 'docs/reference/schemas/country.schema.json says what may stand in it.',
};

/** `sluis country apply FILE [--dry-run]`: adds or changes the eIDAS countries of a file, all or none. */
export function countryApply(context: CommandContext): Promise<ExitCode> {
  return applyFile(context, countries);
}

/** How many keys of a country's metadata are too weak to be used: the operator should tell the country. */
function weakKeysOf(country: EidasCountry, at: Date): number {
  const verified = country.metadata === null ? null : verifyCountry(country, at);
  return verified?.kind === 'accepted' ? verified.weakKeys : 0;
}

/** In a few words, whether people can use a country, and if not why. */
export function standingOf({ status, metadata }: EidasCountry): string {
  if (status.kind === 'closed') return `closed (${status.closure.reason})`;
  return metadata === null ? 'open, not connected' : 'open';
}

/** A key that nothing is verified with is no fault of the file, but the operator should know. */
function warningOf(country: EidasCountry): string {
  const weak = weakKeysOf(country, new Date());
  return weak === 0 ? '' : `; ${weak} of the keys in its metadata are too weak and are not used`;
}

function eventsOf(
  before: EidasCountry | null,
  country: EidasCountry,
  change: string,
): readonly EventOfCommand[] {
  const subject = { kind: 'country', id: country.code } as const;
  const details = {
    change,
    status: country.status.kind,
    metadataChanged: (before?.metadata ?? null) !== country.metadata,
    weakKeys: weakKeysOf(country, new Date()),
  };
  const [old, current] = [trustOf(before), trustOf(country)];
  const isSameTrust = JSON.stringify(old.toSorted()) === JSON.stringify(current.toSorted());
  const known = before?.entityId ?? null;
  return [
    { kind: 'country.applied', subject, purpose: 'operation', details },
    ...(known === country.entityId
      ? []
      : [
          {
            kind: 'country.entity-changed',
            subject,
            purpose: 'operation',
            details: { before: known, after: country.entityId },
          } as const,
        ]),
    ...(isSameTrust
      ? []
      : [
          {
            kind: 'country.trust-changed',
            subject,
            purpose: 'operation',
            details: { before: old, after: current },
          } as const,
        ]),
  ];
}

/** Another entity is another node: whoever applies it must see it. And a test country is not for everybody. */
function noteOn(before: EidasCountry | null, { code, entityId }: EidasCountry): string | null {
  const known = before?.entityId ?? null;
  if (known !== null && known !== entityId) return `entityID changes from ${known} to ${entityId}`;
  return before === null && isTestCountry(code)
    ? 'a test country: people see it only where SLUIS_TEST_COUNTRIES is true'
    : null;
}

/** Whom a country's metadata is believed from: anchors, and the signers that are pinned. */
function trustOf(country: EidasCountry | null): readonly string[] {
  if (country === null) return [];
  return [...country.trust.map(fingerprintOf), ...country.signers.map((each) => `signer ${each}`)];
}

function fingerprintOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256;
}
