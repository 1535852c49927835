import {
  type EidasCountry,
  requestBindings,
  type VerifiedMetadata,
} from '../../../domain/eidas-country/index.ts';
import { readServiceMetadata } from './read-service-metadata.ts';
import { metadataRefusals } from './verify-metadata.ts';

/** Verifies the metadata of a country as it is kept or described: signed under its anchors, valid at that moment, and of its entity. */
export function verifyCountry(country: EidasCountry, at: Date): VerifiedMetadata {
  const { code, metadata, trust, signers, entityId } = country;
  const hint = entityId === null ? {} : { entityIdHint: entityId };
  const read = readServiceMetadata(metadata ?? '', { country: code, trust, signers, at, ...hint });
  if (read.kind === 'refused') {
    const meaning = metadataRefusals.find((each) => each.code === read.code)?.meaning ?? '';
    return { kind: 'refused', code: read.code, meaning };
  }
  const { endpoints, weakKeys } = read.metadata;
  const offers = requestBindings.filter((binding) => endpoints[binding] !== null);
  return { kind: 'accepted', entityId: read.metadata.entityId, offers, weakKeys };
}
