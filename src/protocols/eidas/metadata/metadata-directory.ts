import { createHash } from 'node:crypto';
import type { EidasCountry } from '../../../domain/eidas-country/index.ts';
import type { ServiceMetadata } from '../model.ts';
import { readServiceMetadata } from './read-service-metadata.ts';

/** The verified metadata of countries. Verifying costs milliseconds, so what was verified is kept, by its content. */
export type MetadataDirectory = {
  /** `null` when the country has none, or none that holds at this moment. */
  of(country: EidasCountry, at: Date): ServiceMetadata | null;
};

const MOST_KEPT = 200;

/** Opens an empty directory. What it keeps follows from the content alone, so every process may have its own. */
export function openMetadataDirectory(): MetadataDirectory {
  const kept = new Map<string, ServiceMetadata | null>();
  // The store hands out the same object for a while: then not even the content has to be hashed.
  const known = new WeakMap<EidasCountry, ServiceMetadata | null>();
  const find = (country: EidasCountry, at: Date): ServiceMetadata | null => {
    const key = createHash('sha256')
      .update(
        JSON.stringify([country.code, country.metadata, country.trust, country.signers, country.entityId]),
      )
      .digest('base64');
    let metadata = kept.get(key);
    if (metadata === undefined) {
      const read = readServiceMetadata(country.metadata ?? '', {
        country: country.code,
        trust: country.trust,
        signers: country.signers,
        at,
        ...(country.entityId === null ? {} : { entityIdHint: country.entityId }),
      });
      metadata = read.kind === 'accepted' ? read.metadata : null;
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, metadata);
    }
    return metadata;
  };
  return {
    of(country, at) {
      if (country.metadata === null) return null;
      let metadata = known.get(country);
      if (metadata === undefined) {
        metadata = find(country, at);
        known.set(country, metadata);
      }
      return metadata && metadata.validUntil > at ? metadata : null;
    },
  };
}
