import type { KeyObject } from 'node:crypto';
import { decodeBase64 } from '../../saml/base64.ts';
import { MAX_RELAY_STATE_BYTES } from '../../saml/bindings.ts';
import { isCertificateValid } from '../../saml/check-chain.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { messageLimits, type OpenXml, openXml, readTree, type XmlRefusal } from '../../saml/read-xml.ts';
import { type SignatureRefusal, verifyXml } from '../../saml/verify-xml.ts';
import { attributeOf, isNamed, onlyChild, textOf, uriOf, type XmlElement } from '../../saml/xml-tree.ts';
import type { ResponsePorts, ServiceMetadata } from '../model.ts';
import type { RefusalCode } from '../refusal-codes.ts';
import { ENTITY_FORMAT } from '../vocabulary.ts';

const MAX_ENTITY_ID = 1024;

const xmlCodes: Readonly<Record<XmlRefusal, RefusalCode>> = {
  'too-large': 'eidas.message-too-large',
  encoding: 'eidas.encoding',
  'forbidden-markup': 'eidas.forbidden-markup',
  'not-well-formed': 'eidas.not-well-formed',
  'too-complex': 'eidas.too-complex',
  'duplicate-id': 'eidas.duplicate-id',
};

const signatureCodes: Readonly<Record<SignatureRefusal, RefusalCode>> = {
  missing: 'eidas.signature-missing',
  misplaced: 'eidas.signature-misplaced',
  structure: 'eidas.signature-structure',
  canonicalization: 'eidas.signature-canonicalization',
  algorithm: 'eidas.signature-algorithm',
  reference: 'eidas.signature-reference',
  transform: 'eidas.signature-transform',
  digest: 'eidas.signature-digest',
  value: 'eidas.signature-value',
};

export type Received =
  | { readonly kind: 'received'; readonly response: XmlElement; readonly service: ServiceMetadata }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/**
 * Checks 1 to 5: from the text of a form field to a response that a known service signed. The tree that comes out was read
 * from the canonical bytes under the signature; the text that came in is not looked at again.
 */
export async function receiveResponse(
  input: { readonly message: string; readonly relayState: string | null },
  ports: Pick<ResponsePorts, 'metadataOf' | 'at'>,
): Promise<Received> {
  if (input.message.length > messageLimits.bytes) return { kind: 'refused', code: 'eidas.message-too-large' };
  if (Buffer.byteLength(input.relayState ?? '') > MAX_RELAY_STATE_BYTES) {
    return { kind: 'refused', code: 'eidas.relay-state-too-large' };
  }
  const bytes = decodeBase64(input.message);
  if (!bytes || bytes.length === 0) return { kind: 'refused', code: 'eidas.base64' };
  const opened = openXml(bytes, messageLimits);
  if (opened.kind === 'refused') return { kind: 'refused', code: xmlCodes[opened.reason] };
  try {
    return await identifyAndVerify(opened.xml, ports);
  } finally {
    opened.xml.dispose();
  }
}

async function identifyAndVerify(
  xml: OpenXml,
  ports: Pick<ResponsePorts, 'metadataOf' | 'at'>,
): Promise<Received> {
  if (!isNamed(xml.root, namespaces.protocol, 'Response'))
    return { kind: 'refused', code: 'eidas.not-a-response' };
  if (!xml.isSchemaValid()) return { kind: 'refused', code: 'eidas.schema' };
  const issuer = readIssuer(xml.root);
  if (issuer === null) return { kind: 'refused', code: 'eidas.issuer' };
  const service = await ports.metadataOf(issuer, attributeOf(xml.root, 'InResponseTo'));
  if (!service || service.entityId !== issuer) return { kind: 'refused', code: 'eidas.issuer-unknown' };
  if (service.validUntil <= ports.at) return { kind: 'refused', code: 'eidas.metadata-expired' };
  const verified = verifyXml(xml, keysAt(service, ports.at));
  if (verified.kind === 'refused') return { kind: 'refused', code: signatureCodes[verified.reason] };
  const response = readTree(verified.xml);
  if (typeof response === 'string') return { kind: 'refused', code: xmlCodes[response] };
  // The issuer that chose the keys must be the one that they signed for.
  if (readIssuer(response) !== issuer) return { kind: 'refused', code: 'eidas.issuer' };
  return { kind: 'received', response, service };
}

/** The keys whose certificates are valid at this moment: metadata is kept longer than it took to read it. */
function keysAt(service: ServiceMetadata, at: Date): readonly KeyObject[] {
  return service.signingKeys.filter((_, index) => {
    const certificate = service.signing[index];
    return certificate !== undefined && isCertificateValid(certificate, at);
  });
}

/** The issuer of a response or assertion, exactly as written; `null` when it is absent or of another format than an entity. */
export function readIssuer(element: XmlElement): string | null {
  const issuer = onlyChild(element, namespaces.assertion, 'Issuer');
  const value = textOf(issuer);
  const format = uriOf(issuer, 'Format');
  if (!value || value.length > MAX_ENTITY_ID || (format !== null && format !== ENTITY_FORMAT)) return null;
  return value;
}
