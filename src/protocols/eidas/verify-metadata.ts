import type { X509Certificate } from 'node:crypto';
import { isStrongKey } from '../saml/algorithms.ts';
import { isCertificateValid, isTrusted, readCertificate } from '../saml/check-chain.ts';
import { namespaces } from '../saml/namespaces.ts';
import { metadataLimits, type OpenXml, openXml, readTree } from '../saml/read-xml.ts';
import { verifyXml } from '../saml/verify-xml.ts';
import {
  attributeOf,
  childrenNamed,
  everyElement,
  isNamed,
  onlyChild,
  textOf,
  type XmlElement,
} from '../saml/xml-tree.ts';
import { readInstant } from './time-window.ts';
import { eidasNamespaces } from './vocabulary.ts';

/** Why metadata is refused; for operators and `country apply`. */
export const metadataRefusals = [
  { code: 'eidas.metadata-xml', meaning: 'not clean XML, or larger than 1 MiB' },
  { code: 'eidas.metadata-list', meaning: 'a list of entities; give the one EntityDescriptor' },
  { code: 'eidas.metadata-schema', meaning: 'does not follow the schemas of SAML metadata' },
  { code: 'eidas.metadata-trust', meaning: 'no usable trust anchor was given' },
  { code: 'eidas.metadata-unsigned', meaning: 'the metadata is not signed' },
  { code: 'eidas.metadata-untrusted', meaning: 'not signed, as allowed, under one of the trust anchors' },
  { code: 'eidas.metadata-expired', meaning: 'validUntil is missing or past' },
  { code: 'eidas.metadata-rolled-back', meaning: 'older than the copy that is in use' },
  { code: 'eidas.metadata-entity', meaning: 'another entity than expected, or an address that is not https' },
  { code: 'eidas.metadata-role', meaning: 'not exactly the one role of an eIDAS node' },
  { code: 'eidas.metadata-country', meaning: 'NodeCountry is missing or another country' },
  { code: 'eidas.metadata-key', meaning: 'a key is weak, without use, for two uses, or none is valid' },
  { code: 'eidas.metadata-endpoint', meaning: 'no usable endpoint over https' },
] as const satisfies readonly { readonly code: `eidas.${string}`; readonly meaning: string }[];
export type MetadataRefusal = (typeof metadataRefusals)[number]['code'];

export type MetadataFrame = {
  readonly country: string;
  /** Trust anchors, PEM. */
  readonly trust: readonly string[];
  readonly at: Date;
  readonly entityIdHint?: string;
  /** `validUntil` of the copy in use: an older signed copy may not come back. */
  readonly previousValidUntil?: Date;
};

export type VerifiedEntity =
  | {
      readonly kind: 'verified';
      readonly entity: XmlElement;
      readonly entityId: string;
      readonly validUntil: Date;
    }
  | { readonly kind: 'refused'; readonly code: MetadataRefusal };

const refuse = (code: MetadataRefusal): { readonly kind: 'refused'; readonly code: MetadataRefusal } => ({
  kind: 'refused',
  code,
});

/** Reads an `EntityDescriptor` down to the bytes that a certificate under a trust anchor signed (Message Format 1.4, 2.1). */
export function verifyMetadata(text: string, frame: MetadataFrame): VerifiedEntity {
  const opened = openXml(Buffer.from(text), metadataLimits);
  if (opened.kind === 'refused') return refuse('eidas.metadata-xml');
  try {
    return verifyOpened(opened.xml, frame);
  } finally {
    opened.xml.dispose();
  }
}

function verifyOpened(xml: OpenXml, frame: MetadataFrame): VerifiedEntity {
  if (isNamed(xml.root, namespaces.metadata, 'EntitiesDescriptor')) return refuse('eidas.metadata-list');
  if (!isNamed(xml.root, namespaces.metadata, 'EntityDescriptor') || !xml.isSchemaValid())
    return refuse('eidas.metadata-schema');
  const anchors = frame.trust.map(readCertificate).filter((each) => each !== null);
  if (anchors.length === 0) return refuse('eidas.metadata-trust');
  const signers = trustedSigners(xml.root, anchors, frame.at);
  const keys = signers.map((certificate) => certificate.publicKey);
  const verified = verifyXml(xml, keys, { wholeDocument: true });
  if (verified.kind === 'refused') {
    return refuse(verified.reason === 'missing' ? 'eidas.metadata-unsigned' : 'eidas.metadata-untrusted');
  }
  const entity = readTree(verified.xml, metadataLimits);
  if (typeof entity === 'string') return refuse('eidas.metadata-xml');
  const validUntil = readInstant(attributeOf(entity, 'validUntil'));
  if (!validUntil || validUntil <= frame.at) return refuse('eidas.metadata-expired');
  if (frame.previousValidUntil && validUntil < frame.previousValidUntil)
    return refuse('eidas.metadata-rolled-back');
  const entityId = attributeOf(entity, 'entityID') ?? '';
  const expected = frame.entityIdHint === undefined || frame.entityIdHint === entityId;
  return expected && isSafeUrl(entityId)
    ? { kind: 'verified', entity, entityId, validUntil }
    : refuse('eidas.metadata-entity');
}

/** The anchors, and the certificates that the signature offers as far as they chain to one. */
function trustedSigners(
  root: XmlElement,
  anchors: readonly X509Certificate[],
  at: Date,
): readonly X509Certificate[] {
  const signature = onlyChild(root, namespaces.signature, 'Signature');
  const offered = signature ? certificatesIn(signature) : [];
  const direct = anchors.filter((anchor) => isTrusted(anchor, [], anchors, at));
  return [...direct, ...offered.filter((each) => isTrusted(each, offered, anchors, at))];
}

function certificatesIn(element: XmlElement): readonly X509Certificate[] {
  return [...everyElement(element)]
    .filter((each) => isNamed(each, namespaces.signature, 'X509Certificate'))
    .slice(0, 10)
    .map((each) => readCertificate(each.text))
    .filter((each) => each !== null);
}

/** Whether an address is https, or http on this very machine (the demo), without user information. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text) || text.length > 1024) return false;
  const url = new URL(text);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return (
    url.username === '' &&
    url.password === '' &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && local))
  );
}

/** The certificates of a role by use; `null` when one is weak, of no use, or serves both, or none may sign at this moment. */
export function readKeys(
  role: XmlElement,
  at: Date,
): { readonly signing: readonly X509Certificate[]; readonly encryption: readonly X509Certificate[] } | null {
  const found = { signing: [] as X509Certificate[], encryption: [] as X509Certificate[] };
  for (const descriptor of childrenNamed(role, namespaces.metadata, 'KeyDescriptor')) {
    const use = attributeOf(descriptor, 'use');
    const certificates = certificatesIn(descriptor);
    if ((use !== 'signing' && use !== 'encryption') || certificates.length === 0) return null;
    if (certificates.some((certificate) => !isStrongKey(certificate.publicKey))) return null;
    found[use].push(...certificates);
  }
  const shared = found.signing.some((one) =>
    found.encryption.some((other) => one.publicKey.equals(other.publicKey)),
  );
  const signing = found.signing.filter((certificate) => isCertificateValid(certificate, at));
  const encryption = found.encryption.filter((certificate) => isCertificateValid(certificate, at));
  return shared || signing.length === 0 ? null : { signing, encryption };
}

/** The role's `NodeCountry`; `null` when it is absent. */
export function readNodeCountry(role: XmlElement): string | null {
  const extensions = onlyChild(role, namespaces.metadata, 'Extensions');
  return textOf(onlyChild(extensions, eidasNamespaces.extensions, 'NodeCountry'));
}

/** The values of an entity attribute, in order. */
export function readEntityAttribute(entity: XmlElement, name: string): readonly string[] {
  const extensions = onlyChild(entity, namespaces.metadata, 'Extensions');
  const attributes = onlyChild(extensions, namespaces.metadataAttributes, 'EntityAttributes');
  return (attributes ? childrenNamed(attributes, namespaces.assertion, 'Attribute') : [])
    .filter((attribute) => attributeOf(attribute, 'Name') === name)
    .flatMap((attribute) =>
      childrenNamed(attribute, namespaces.assertion, 'AttributeValue').map((each) => each.text.trim()),
    );
}

/** The only role of an entity, when it is of this kind and speaks SAML 2.0; `null` when there are others or none. */
export function readOnlyRole(
  entity: XmlElement,
  name: 'IDPSSODescriptor' | 'SPSSODescriptor',
): XmlElement | null {
  const roles = entity.children.filter((each) => each.name.endsWith('Descriptor'));
  const role = onlyChild(entity, namespaces.metadata, name);
  const speaks = (attributeOf(role, 'protocolSupportEnumeration') ?? '')
    .split(/\s+/)
    .includes(namespaces.protocol);
  return roles.length === 1 && speaks ? role : null;
}
