import type { CountryCode } from '../../domain/eidas-country/index.ts';
import { bindings, namespaces } from '../saml/namespaces.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../saml/xml-tree.ts';
import type { ServiceMetadata } from './model.ts';
import {
  isSafeUrl,
  type MetadataFrame,
  type MetadataRefusal,
  readEntityAttribute,
  readKeys,
  readNodeCountry,
  readOnlyRole,
  verifyMetadata,
} from './verify-metadata.ts';
import {
  ASSURANCE_CERTIFICATION,
  assuranceOf,
  ENTITY_CATEGORY,
  PROTOCOL_VERSION,
  REQUESTER_ID_CATEGORY,
} from './vocabulary.ts';

export type ReadServiceMetadata =
  | { readonly kind: 'accepted'; readonly metadata: ServiceMetadata }
  | { readonly kind: 'refused'; readonly code: MetadataRefusal };

/**
 * Reads the metadata of a member state's eIDAS service: signed under one of the country's trust anchors, valid now, of the
 * one right role and country, with strong keys that have one use each (Message Format 1.4, 2.1; Cryptographic Requirements).
 */
export function readServiceMetadata(
  xml: string,
  frame: Omit<MetadataFrame, 'country'> & { readonly country: CountryCode },
): ReadServiceMetadata {
  const refuse = (code: MetadataRefusal): ReadServiceMetadata => ({ kind: 'refused', code });
  const verified = verifyMetadata(xml, frame);
  if (verified.kind === 'refused') return verified;
  const { entity, entityId, validUntil } = verified;
  const role = readOnlyRole(entity, 'IDPSSODescriptor');
  if (!role) return refuse('eidas.metadata-role');
  if (readNodeCountry(role) !== frame.country) return refuse('eidas.metadata-country');
  const keys = readKeys(role, frame.at);
  if (!keys) return refuse('eidas.metadata-key');
  const endpoints = { redirect: endpointOf(role, bindings.redirect), post: endpointOf(role, bindings.post) };
  if (!endpoints.redirect && !endpoints.post) return refuse('eidas.metadata-endpoint');
  const metadata: ServiceMetadata = {
    entityId,
    country: frame.country,
    endpoints,
    ...keys,
    signingKeys: keys.signing.map((certificate) => certificate.publicKey),
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

/** The first endpoint of a binding; an unsafe address counts as none. */
function endpointOf(role: XmlElement, binding: string): string | null {
  const services = childrenNamed(role, namespaces.metadata, 'SingleSignOnService');
  const location = attributeOf(
    services.find((each) => attributeOf(each, 'Binding') === binding) ?? null,
    'Location',
  );
  return location !== null && isSafeUrl(location) ? location : null;
}
