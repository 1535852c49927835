import { type KeyObject, X509Certificate } from 'node:crypto';
import { eidasNamespaces } from '../../../src/protocols/eidas/vocabulary.ts';
import { bindings, namespaces } from '../../../src/protocols/saml/namespaces.ts';
import { metadataLimits, readTree, readXml } from '../../../src/protocols/saml/read-xml.ts';
import { verifyXml } from '../../../src/protocols/saml/verify-xml.ts';
import {
  attributeOf,
  childrenNamed,
  everyElement,
  isNamed,
  onlyChild,
  textOf,
  type XmlElement,
} from '../../../src/protocols/saml/xml-tree.ts';

/** The connector of Belgium as its metadata describe it. */
export type Connector = {
  readonly entityId: string;
  /** As its metadata say in `NodeCountry`. */
  readonly country: string;
  readonly assertionConsumer: string;
  readonly signingKeys: readonly KeyObject[];
  /** PEM, by the kind of encryption that the key allows. */
  readonly encryptionCertificates: Readonly<Partial<Record<'rsa-oaep' | 'ecdh-es', string>>>;
  readonly anyEncryptionCertificate: string;
  /** `public` or `private` when the metadata say it: then requests may not. */
  readonly spType: string | null;
};

/** A connector, or in words what is wrong with its metadata. */
export type ConnectorReading =
  | { readonly kind: 'read'; readonly connector: Connector }
  | { readonly kind: 'refused'; readonly problem: string };

/** Reads connector metadata: schema, own signature, validity, role, keys and the consumer of assertions. */
export function readConnector(xml: string, at: Date): ConnectorReading {
  const read = readXml(Buffer.from(xml), metadataLimits, (open): XmlElement | string => {
    if (!open.isSchemaValid()) return 'The connector metadata do not follow the schema.';
    // The address is what a simulated state trusts: any key that the metadata themselves show may have signed them.
    const keys = certificatesIn(open.root).map((certificate) => certificate.publicKey);
    const verified = verifyXml(open, keys, { wholeDocument: true });
    if (verified.kind === 'refused')
      return `The signature of the connector metadata is not valid (${verified.reason}).`;
    const tree = readTree(verified.xml, metadataLimits);
    return typeof tree === 'string' ? `The connector metadata cannot be read (${tree}).` : tree;
  });
  if (read.kind === 'refused') return refused(`The connector metadata cannot be read (${read.reason}).`);
  return typeof read.result === 'string' ? refused(read.result) : describe(read.result, at);
}

function describe(root: XmlElement, at: Date): ConnectorReading {
  const role = onlyChild(root, namespaces.metadata, 'SPSSODescriptor');
  if (!role || attributeOf(role, 'AuthnRequestsSigned') !== 'true')
    return refused('No SPSSODescriptor that signs its requests.');
  const validUntil = attributeOf(root, 'validUntil');
  if (!validUntil || new Date(validUntil) <= at)
    return refused('The connector metadata have no validUntil in the future.');
  const consumer = childrenNamed(role, namespaces.metadata, 'AssertionConsumerService').find(
    (each) => attributeOf(each, 'Binding') === bindings.post,
  );
  const encryption = certificatesOf(root, 'encryption');
  const [first] = encryption;
  const entityId = attributeOf(root, 'entityID');
  const location = attributeOf(consumer ?? null, 'Location');
  if (!entityId || !location || !first)
    return refused('Entity id, HTTP-POST consumer or encryption key is missing.');
  const ofKind = (kind: 'rsa' | 'ec') =>
    encryption.find((each) => each.publicKey.asymmetricKeyType === kind)?.toString();
  const [rsa, ec] = [ofKind('rsa'), ofKind('ec')];
  const spType = everyElement(root).find((each) => isNamed(each, eidasNamespaces.extensions, 'SPType'));
  const country = everyElement(role).find((each) => isNamed(each, eidasNamespaces.extensions, 'NodeCountry'));
  return {
    kind: 'read',
    connector: {
      entityId,
      country: textOf(country ?? null) ?? '',
      assertionConsumer: location,
      signingKeys: certificatesOf(root, 'signing').map((each) => each.publicKey),
      encryptionCertificates: { ...(rsa ? { 'rsa-oaep': rsa } : {}), ...(ec ? { 'ecdh-es': ec } : {}) },
      anyEncryptionCertificate: first.toString(),
      spType: textOf(spType ?? null),
    },
  };
}

function certificatesOf(root: XmlElement, use: 'signing' | 'encryption'): X509Certificate[] {
  const role = onlyChild(root, namespaces.metadata, 'SPSSODescriptor');
  const descriptors = role ? childrenNamed(role, namespaces.metadata, 'KeyDescriptor') : [];
  return descriptors.filter((each) => attributeOf(each, 'use') === use).flatMap(certificatesIn);
}

function certificatesIn(root: XmlElement): X509Certificate[] {
  return everyElement(root)
    .filter((each) => isNamed(each, namespaces.signature, 'X509Certificate'))
    .map((each) => new X509Certificate(Buffer.from(each.text.replace(/\s+/g, ''), 'base64')));
}

function refused(problem: string): ConnectorReading {
  return { kind: 'refused', problem };
}
