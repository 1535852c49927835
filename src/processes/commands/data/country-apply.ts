import { X509Certificate } from 'node:crypto';
import {
  type AppliedCountry,
  applyCountry,
  countryName,
  type EidasCountry,
} from '../../../domain/eidas-country/index.ts';
import { parseCountry } from '../../../files/descriptions/country/country-file.ts';
import { verifyCountry } from '../../../protocols/eidas/index.ts';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
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
    const facts = { fingerprintOf, weakKeys: () => weakKeysOf(country, new Date()) };
    const { note, ...applied } = await applyCountry(stores.countries, country, facts);
    return { ...applied, ...(note === null ? {} : { note: wordsOf(note) }) };
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

/** What needs a second look, in words for the person at the terminal. */
function wordsOf(note: NonNullable<AppliedCountry['note']>): string {
  switch (note.kind) {
    case 'entity-changed':
      return `entityID changes from ${note.before} to ${note.after}`;
    case 'test-country':
      return 'a test country: people see it only where SLUIS_TEST_COUNTRIES is true';
  }
}

function fingerprintOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256;
}
