import { namespaces } from '../../saml/namespaces.ts';
import { readCertificate } from '../../saml/read-certificate.ts';
import { metadataLimits, openXml, readTree } from '../../saml/read-xml.ts';
import { type VerifyOptions, verifyXml } from '../../saml/verify-xml.ts';
import {
  attributeOf,
  childrenNamed,
  isNamed,
  onlyChild,
  textOf,
  type XmlElement,
} from '../../saml/xml-tree.ts';
import { readInstant } from '../time-window.ts';
import { eidasNamespaces } from '../vocabulary.ts';
import { type TrustFrame, trustedSigners } from './trusted-signers.ts';

/** Why metadata is refused; for operators and `country apply`. */
export const metadataRefusals = [
  { code: 'eidas.metadata-xml', meaning: 'not clean XML, too complex, or larger than 1 MiB' },
  {
    code: 'eidas.metadata-list',
    meaning: 'a list in which not exactly one entity is the one that is sought',
  },
  { code: 'eidas.metadata-schema', meaning: 'does not follow the schemas of SAML metadata' },
  { code: 'eidas.metadata-trust', meaning: 'no usable trust anchor was given' },
  { code: 'eidas.metadata-unsigned', meaning: 'the metadata is not signed' },
  {
    code: 'eidas.metadata-untrusted',
    meaning:
      'not signed, as allowed, under one of the trust anchors: by a certificate for that use, in a chain of allowed algorithms, pinned if signers are',
  },
  { code: 'eidas.metadata-expired', meaning: 'validUntil is missing or past' },
  {
    code: 'eidas.metadata-rolled-back',
    meaning: 'older than the copy that is in use, with a key that is not in it',
  },
  { code: 'eidas.metadata-entity', meaning: 'another entity than expected, or an address that is not https' },
  { code: 'eidas.metadata-role', meaning: 'not exactly the one role of an eIDAS node' },
  { code: 'eidas.metadata-country', meaning: 'NodeCountry is missing or another country' },
  {
    code: 'eidas.metadata-key',
    meaning: 'a key without use or for two uses, or none that is strong and valid to sign with',
  },
  { code: 'eidas.metadata-endpoint', meaning: 'no usable endpoint over https' },
] as const satisfies readonly { readonly code: `eidas.${string}`; readonly meaning: string }[];
export type MetadataRefusal = (typeof metadataRefusals)[number]['code'];

type RoleName = 'IDPSSODescriptor' | 'SPSSODescriptor';

export type MetadataFrame = {
  readonly country: string;
  /** Trust anchors, PEM. */
  readonly trust: readonly string[];
  /** SHA-256 fingerprints of the only certificates that may sign it, as Node writes them; any under the anchors when there are none. */
  readonly signers?: readonly string[];
  readonly at: Date;
  /** The entity that is sought. Without it, the one entity of the role (and country) in a list. */
  readonly entityIdHint?: string;
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

/**
 * Reads the one entity that is sought down to the bytes that a certificate under a trust anchor signed (Message Format 1.4, 2.1). Its
 * document is an `EntityDescriptor`, or an `EntitiesDescriptor` that is signed as a whole or whose entities are.
 */
export function verifyMetadata(text: string, frame: MetadataFrame, role: RoleName): VerifiedEntity {
  const opened = openXml(Buffer.from(text), metadataLimits);
  if (opened.kind === 'refused') return refuse('eidas.metadata-xml');
  const { xml } = opened;
  try {
    const isList = isNamed(xml.root, namespaces.metadata, 'EntitiesDescriptor');
    if (!isList && !isNamed(xml.root, namespaces.metadata, 'EntityDescriptor'))
      return refuse('eidas.metadata-schema');
    const anchors = frame.trust.map(readCertificate).filter((each) => each !== null);
    if (anchors.length === 0) return refuse('eidas.metadata-trust');
    const trust = { anchors, signers: frame.signers ?? [], at: frame.at };
    const verified = isList
      ? verifyInList(xml.root, frame, trust, role)
      : verifyAlone(xml.root, frame, trust, {});
    // After the signature: to find thousands of faults costs more than to read them, and only a trusted signer may have that.
    return verified.kind === 'refused' || xml.isSchemaValid() ? verified : refuse('eidas.metadata-schema');
  } finally {
    xml.dispose();
  }
}

function verifyAlone(
  root: XmlElement,
  frame: MetadataFrame,
  trust: TrustFrame,
  options: VerifyOptions,
): VerifiedEntity {
  const signed = verifySigned(root, trust, { wholeDocument: true, ...options });
  return typeof signed === 'string' ? refuse(signed) : acceptEntity(signed, [signed], frame);
}

/** A list that is signed is verified first, and the entity picked from what was signed; otherwise the entity's own signature counts. */
function verifyInList(
  root: XmlElement,
  frame: MetadataFrame,
  trust: TrustFrame,
  role: RoleName,
): VerifiedEntity {
  const isSigned = childrenNamed(root, namespaces.signature, 'Signature').length > 0;
  if (!isSigned) {
    const picked = pickEntity(childrenNamed(root, namespaces.metadata, 'EntityDescriptor'), frame, role);
    if (typeof picked === 'string') return refuse(picked);
    return verifyAlone(root, frame, trust, { child: root.children.indexOf(picked) });
  }
  const signed = verifySigned(root, trust, { wholeDocument: true, list: true });
  if (typeof signed === 'string') return refuse(signed);
  const lineages = entitiesIn(signed, []);
  const picked = pickEntity([...lineages.keys()], frame, role);
  return typeof picked === 'string'
    ? refuse(picked)
    : acceptEntity(picked, [picked, ...(lineages.get(picked) ?? [])], frame);
}

/** What a trusted key signed, read from the bytes under its signature. */
function verifySigned(
  root: XmlElement,
  trust: TrustFrame,
  options: VerifyOptions,
): XmlElement | MetadataRefusal {
  const subject = options.child === undefined ? root : root.children[options.child];
  const verified = subject
    ? verifyXml({ root }, trustedSigners(subject, trust), options)
    : ({ kind: 'refused', reason: 'missing' } as const);
  if (verified.kind === 'refused')
    return verified.reason === 'missing' ? 'eidas.metadata-unsigned' : 'eidas.metadata-untrusted';
  const tree = readTree(verified.xml, metadataLimits);
  return typeof tree === 'string' ? 'eidas.metadata-xml' : tree;
}

/** Every entity of a list, and of the lists in it, with the lists around it. */
function entitiesIn(
  list: XmlElement,
  around: readonly XmlElement[],
): ReadonlyMap<XmlElement, readonly XmlElement[]> {
  const found = new Map<XmlElement, readonly XmlElement[]>();
  for (const each of list.children) {
    if (isNamed(each, namespaces.metadata, 'EntityDescriptor')) found.set(each, [list, ...around]);
    if (!isNamed(each, namespaces.metadata, 'EntitiesDescriptor')) continue;
    for (const [entity, lists] of entitiesIn(each, [list, ...around])) found.set(entity, lists);
  }
  return found;
}

/** By the entityID that is expected; without one, the only entity of this role and country. */
function pickEntity(
  entities: readonly XmlElement[],
  { entityIdHint, country }: MetadataFrame,
  role: RoleName,
): XmlElement | MetadataRefusal {
  if (entityIdHint !== undefined) {
    const named = entities.filter((each) => attributeOf(each, 'entityID') === entityIdHint);
    if (named.length === 0) return 'eidas.metadata-entity';
    return named.length === 1 && named[0] ? named[0] : 'eidas.metadata-list';
  }
  const fitting = entities.filter((each) => {
    const found = onlyChild(each, namespaces.metadata, role);
    return found !== null && (country === '' || readNodeCountry(found) === country);
  });
  const [only] = entities.length === 1 ? entities : fitting;
  return only && (entities.length === 1 || fitting.length === 1) ? only : 'eidas.metadata-list';
}

/** The entity is valid until the earliest moment that it, its role or a list around it names. */
function acceptEntity(
  entity: XmlElement,
  lineage: readonly XmlElement[],
  frame: MetadataFrame,
): VerifiedEntity {
  const roles = entity.children.filter((each) => each.name.endsWith('Descriptor'));
  const written = [...lineage, ...roles].map((each) => attributeOf(each, 'validUntil'));
  const ends = written.filter((each) => each !== null).map((each) => readInstant(each)?.getTime() ?? 0);
  const validUntil = new Date(Math.min(...ends));
  if (ends.length === 0 || validUntil <= frame.at) return refuse('eidas.metadata-expired');
  const entityId = attributeOf(entity, 'entityID') ?? '';
  const expected = frame.entityIdHint === undefined || frame.entityIdHint === entityId;
  return expected && isSafeUrl(entityId)
    ? { kind: 'verified', entity, entityId, validUntil }
    : refuse('eidas.metadata-entity');
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
