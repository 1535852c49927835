import type { X509Certificate } from 'node:crypto';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import { decodeBase64 } from '../../saml/base64.ts';
import { readRedirect } from '../../saml/bindings.ts';
import { bindings, namespaces } from '../../saml/namespaces.ts';
import { messageLimits, type OpenXml, openXml, readTree } from '../../saml/read-xml.ts';
import { verifyXml } from '../../saml/verify-xml.ts';
import {
  attributeOf,
  childrenNamed,
  isNamed,
  onlyChild,
  textOf,
  type XmlElement,
} from '../../saml/xml-tree.ts';
import { readKeys } from '../metadata/read-keys.ts';
import {
  type MetadataFrame,
  type MetadataRefusal,
  readNodeCountry,
  readOnlyRole,
  verifyMetadata,
} from '../metadata/verify-metadata.ts';
import { readIssuer } from '../response/receive-response.ts';
import { eidasNamespaces } from '../vocabulary.ts';

/** A connector as the service of another member state knows it. */
export type ConnectorMetadata = {
  readonly entityId: string;
  readonly country: CountryCode;
  readonly acsUrl: string;
  readonly signing: readonly X509Certificate[];
  readonly encryption: readonly X509Certificate[];
  readonly validUntil: Date;
};

/** Reads a connector's metadata, as a service does: the same rules as for a service, for the other role. */
export function readConnectorMetadata(
  xml: string,
  frame: Omit<MetadataFrame, 'country'>,
):
  | { readonly kind: 'accepted'; readonly metadata: ConnectorMetadata }
  | { readonly kind: 'refused'; readonly code: MetadataRefusal } {
  const verified = verifyMetadata(xml, { ...frame, country: '' }, 'SPSSODescriptor');
  if (verified.kind === 'refused') return verified;
  const { entity, entityId, validUntil } = verified;
  const role = readOnlyRole(entity, 'SPSSODescriptor');
  if (!role) return { kind: 'refused', code: 'eidas.metadata-role' };
  const country = readNodeCountry(role) as CountryCode | null;
  if (!country) return { kind: 'refused', code: 'eidas.metadata-country' };
  const keys = readKeys(role, frame.at);
  if (!keys || keys.encryption.length === 0) return { kind: 'refused', code: 'eidas.metadata-key' };
  const services = childrenNamed(role, namespaces.metadata, 'AssertionConsumerService');
  const post = services.filter((each) => attributeOf(each, 'Binding') === bindings.post);
  const chosen = post.find((each) => attributeOf(each, 'isDefault') === 'true') ?? post[0] ?? null;
  const acsUrl = attributeOf(chosen, 'Location');
  if (!acsUrl) return { kind: 'refused', code: 'eidas.metadata-endpoint' };
  return {
    kind: 'accepted',
    metadata: { entityId, country, acsUrl, signing: keys.signing, encryption: keys.encryption, validUntil },
  };
}

/** A request as a service understands it. */
export type ReadAuthnRequest = {
  readonly id: string;
  readonly connector: ConnectorMetadata;
  readonly issueInstant: string;
  readonly providerName: string | null;
  readonly requesterId: string | null;
  readonly spType: string | null;
  readonly comparison: string;
  readonly assuranceUris: readonly string[];
  readonly nameIdFormat: string | null;
  readonly attributes: readonly { readonly name: string; readonly required: boolean }[];
  readonly relayState: string | null;
};

export type AuthnRequestInput =
  | { readonly binding: 'redirect'; readonly query: string }
  | { readonly binding: 'post'; readonly message: string; readonly relayState: string | null };

/**
 * Reads a connector's signed request. `problem` names the first rule of Message Format 1.4, 2.3 that it breaks, in words
 * for the operator of a test node.
 */
export async function readAuthnRequest(
  input: AuthnRequestInput,
  service: { readonly destination: string; connectorOf(entityId: string): Promise<ConnectorMetadata | null> },
): Promise<
  | { readonly kind: 'request'; readonly request: ReadAuthnRequest }
  | { readonly kind: 'refused'; readonly problem: string }
> {
  const redirect = input.binding === 'redirect' ? readRedirect('SAMLRequest', input.query) : null;
  const bytes = input.binding === 'redirect' ? (redirect?.xml ?? null) : decodeBase64(input.message);
  if (!bytes) return { kind: 'refused', problem: 'no signed SAMLRequest in this message' };
  const opened = openXml(bytes, messageLimits);
  if (opened.kind === 'refused') return { kind: 'refused', problem: `XML: ${opened.reason}` };
  try {
    const { root } = opened.xml;
    if (!isNamed(root, namespaces.protocol, 'AuthnRequest'))
      return { kind: 'refused', problem: 'not an AuthnRequest' };
    if (!opened.xml.isSchemaValid()) return { kind: 'refused', problem: 'does not follow the schemas' };
    const connector = await service.connectorOf(readIssuer(root) ?? '');
    if (!connector) return { kind: 'refused', problem: 'unknown connector' };
    const keys = connector.signing.map((certificate) => certificate.publicKey);
    const signed = redirect ? (redirect.isSignedBy(keys) ? root : null) : signedTree(opened.xml, keys);
    if (!signed) return { kind: 'refused', problem: 'signature is not valid' };
    const relayState = redirect ? redirect.relayState : input.binding === 'post' ? input.relayState : null;
    const request = readRequest(signed, connector, relayState);
    const problem = findProblem(signed, request, service.destination);
    return problem ? { kind: 'refused', problem } : { kind: 'request', request };
  } finally {
    opened.xml.dispose();
  }
}

function signedTree(xml: OpenXml, keys: Parameters<typeof verifyXml>[1]): XmlElement | null {
  const verified = verifyXml(xml, keys);
  const tree = verified.kind === 'verified' ? readTree(verified.xml) : null;
  return tree === null || typeof tree === 'string' ? null : tree;
}

function readRequest(
  root: XmlElement,
  connector: ConnectorMetadata,
  relayState: string | null,
): ReadAuthnRequest {
  const extensions = onlyChild(root, namespaces.protocol, 'Extensions');
  const requested = onlyChild(extensions, eidasNamespaces.extensions, 'RequestedAttributes');
  const context = onlyChild(root, namespaces.protocol, 'RequestedAuthnContext');
  const scoping = onlyChild(root, namespaces.protocol, 'Scoping');
  return {
    id: attributeOf(root, 'ID') ?? '',
    connector,
    issueInstant: attributeOf(root, 'IssueInstant') ?? '',
    providerName: attributeOf(root, 'ProviderName'),
    requesterId: textOf(onlyChild(scoping, namespaces.protocol, 'RequesterID')),
    spType: textOf(onlyChild(extensions, eidasNamespaces.extensions, 'SPType')),
    comparison: attributeOf(context, 'Comparison') ?? 'exact',
    assuranceUris: context
      ? childrenNamed(context, namespaces.assertion, 'AuthnContextClassRef').map((each) => each.text)
      : [],
    nameIdFormat: attributeOf(onlyChild(root, namespaces.protocol, 'NameIDPolicy'), 'Format'),
    attributes: (requested
      ? childrenNamed(requested, eidasNamespaces.extensions, 'RequestedAttribute')
      : []
    ).map((each) => ({
      name: attributeOf(each, 'Name') ?? '',
      required: attributeOf(each, 'isRequired') === 'true',
    })),
    relayState,
  };
}

function findProblem(root: XmlElement, request: ReadAuthnRequest, destination: string): string | null {
  if (attributeOf(root, 'Destination') !== destination) return 'Destination is another address';
  if (attributeOf(root, 'ForceAuthn') !== 'true') return 'ForceAuthn is not true';
  if (attributeOf(root, 'IsPassive') === 'true') return 'IsPassive is true';
  if (request.spType !== 'public' && request.spType !== 'private') return 'SPType is missing';
  if (request.assuranceUris.length === 0) return 'no level of assurance is asked for';
  const representative = request.attributes.some((each) => each.name.includes('/representative/'));
  if (representative) return 'asks for attributes of a representative';
  return request.attributes.length === 0 ? 'no attributes are asked for' : null;
}
