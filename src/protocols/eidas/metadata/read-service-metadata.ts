import type { KeyObject } from 'node:crypto';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import { bindings, namespaces } from '../../saml/namespaces.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../../saml/xml-tree.ts';
import type { ServiceMetadata } from '../model.ts';
import {
  ASSURANCE_CERTIFICATION,
  assuranceOf,
  ENTITY_CATEGORY,
  PROTOCOL_VERSION,
  REQUESTER_ID_CATEGORY,
} from '../vocabulary.ts';
import { readKeys } from './read-keys.ts';
import {
  isSafeUrl,
  type MetadataFrame,
  type MetadataRefusal,
  readEntityAttribute,
  readNodeCountry,
  readOnlyRole,
  verifyMetadata,
} from './verify-metadata.ts';

export type ReadServiceMetadata =
  | { readonly kind: 'accepted'; readonly metadata: ServiceMetadata }
  | { readonly kind: 'refused'; readonly code: MetadataRefusal };

/**
 * Reads the metadata of a member state's eIDAS service: signed under one of the country's trust anchors, valid now, of the
 * one right role and country, with strong keys that have one use each (Message Format 1.4, 2.1; Cryptographic Requirements).
 */
export function readServiceMetadata(
  xml: string,
  frame: Omit<MetadataFrame, 'country'> & {
    readonly country: CountryCode;
    /** The copy in use: an older one may not bring back a key that was withdrawn. */
    readonly previous?: Pick<ServiceMetadata, 'validUntil' | 'signingKeys'>;
  },
): ReadServiceMetadata {
  const refuse = (code: MetadataRefusal): ReadServiceMetadata => ({ kind: 'refused', code });
  const verified = verifyMetadata(xml, frame, 'IDPSSODescriptor');
  if (verified.kind === 'refused') return verified;
  const { entity, entityId, validUntil } = verified;
  const role = readOnlyRole(entity, 'IDPSSODescriptor');
  if (!role) return refuse('eidas.metadata-role');
  if (readNodeCountry(role) !== frame.country) return refuse('eidas.metadata-country');
  const keys = readKeys(role, frame.at);
  if (!keys) return refuse('eidas.metadata-key');
  const signingKeys = keys.signing.map((certificate) => certificate.publicKey);
  if (frame.previous && bringsBack(frame.previous, { validUntil, signingKeys }))
    return refuse('eidas.metadata-rolled-back');
  const endpoints = { redirect: endpointOf(role, bindings.redirect), post: endpointOf(role, bindings.post) };
  if (!endpoints.redirect && !endpoints.post) return refuse('eidas.metadata-endpoint');
  const metadata: ServiceMetadata = {
    entityId,
    country: frame.country,
    endpoints,
    ...keys,
    signingKeys,
    assurances: readEntityAttribute(entity, ASSURANCE_CERTIFICATION)
      .map(assuranceOf)
      .filter((each) => each !== null),
    protocolVersions: readEntityAttribute(entity, PROTOCOL_VERSION),
    attributes: childrenNamed(role, namespaces.assertion, 'Attribute').map(
      (each) => attributeOf(each, 'Name') ?? '',
    ),
    nameIdFormats: childrenNamed(role, namespaces.metadata, 'NameIDFormat').map((each) => each.text.trim()),
    requesterIdRequired: readEntityAttribute(entity, ENTITY_CATEGORY).includes(REQUESTER_ID_CATEGORY),
    validUntil,
  };
  return { kind: 'accepted', metadata };
}

/**
 * Whether a copy could be one from before the copy in use: it ends earlier, and has a key that the copy in use does not have. A country
 * that shortens the validity of its metadata publishes the keys it has.
 */
function bringsBack(
  previous: Pick<ServiceMetadata, 'validUntil' | 'signingKeys'>,
  { validUntil, signingKeys }: Pick<ServiceMetadata, 'validUntil' | 'signingKeys'>,
): boolean {
  const isKnown = (key: KeyObject) => previous.signingKeys.some((other) => other.equals(key));
  return validUntil < previous.validUntil && !signingKeys.every(isKnown);
}

/** The first endpoint of a binding; an unsafe address counts as none. */
function endpointOf(role: XmlElement, binding: string): string | null {
  const services = childrenNamed(role, namespaces.metadata, 'SingleSignOnService');
  const location = attributeOf(
    services.find((each) => attributeOf(each, 'Binding') === binding) ?? null,
    'Location',
  );
  return location !== null && isSafeUrl(location) ? location : null;
}
