import type { AssuranceLevel } from '../../../domain/assurance/index.ts';
import type { RequestBinding } from '../../../domain/eidas-country/index.ts';
import { MAX_RELAY_STATE_BYTES, writePostFields, writeRedirect } from '../../saml/bindings.ts';
import type { SigningKey } from '../../saml/keys.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { signCanonicalXml } from '../../saml/sign-xml.ts';
import { element, leaf, type Markup, nothing } from '../../saml/write-xml.ts';
import type { ServiceMetadata } from '../model.ts';
import { mandatoryAttributes, naturalAttributeNamed, optionalAttributes } from '../response/attributes.ts';
import { writeInstant } from '../time-window.ts';
import {
  ATTRIBUTE_NAME_FORMAT,
  assuranceUri,
  ENTITY_FORMAT,
  eidasNamespaces,
  nameIdFormats,
} from '../vocabulary.ts';

const MAX_PROVIDER_NAME = 128;
const MAX_REQUESTER_ID = 1024;

export type AuthnRequestWish = {
  readonly to: ServiceMetadata;
  /** entityID of our connector. */
  readonly from: string;
  /** A fresh unguessable XML id, such as `_` and 40 hexadecimal characters; kept to recognise the response. */
  readonly id: string;
  readonly at: Date;
  /** The lowest level that is enough; only notified means are asked for. */
  readonly assurance: AssuranceLevel;
  /** URIs, as `attributesFor` gives them. */
  readonly attributes: readonly string[];
  /** Said here and not in our metadata; `public` when left out. */
  readonly spType?: 'public' | 'private';
  readonly providerName: string;
  readonly requesterId: string | null;
  readonly relayState?: string | null;
  readonly signing: SigningKey;
  /** The binding that was agreed with the service; where none was, or it is no longer offered, `bindingFor` chooses. */
  readonly binding?: RequestBinding | null;
};

export type AuthnRequest =
  | { readonly binding: 'redirect'; readonly id: string; readonly destination: string; readonly url: string }
  | {
      readonly binding: 'post';
      readonly id: string;
      readonly destination: string;
      readonly fields: Readonly<Record<string, string>>;
    };

/** What to ask of a service: the whole mandatory set, and the optional attributes it publishes (or all when it has no list). */
export function attributesFor(service: Pick<ServiceMetadata, 'attributes'>): readonly string[] {
  const published = (name: string) => service.attributes.length === 0 || service.attributes.includes(name);
  return [...mandatoryAttributes, ...optionalAttributes.filter(published)];
}

/**
 * How a request goes to a service: as was agreed with it, if it offers that; else by HTTP-POST if it offers that. The reference node of
 * the Commission publishes both bindings and reads only POST: it neither inflates a query nor knows a signature outside the XML.
 */
export function bindingFor(
  { endpoints }: Pick<ServiceMetadata, 'endpoints'>,
  agreed: RequestBinding | null,
): RequestBinding {
  if (agreed !== null && endpoints[agreed] !== null) return agreed;
  return endpoints.post === null ? 'redirect' : 'post';
}

/** Writes a signed AuthnRequest (Message Format 1.4, 2.3): signed inside the XML for HTTP-POST, over the query for HTTP-Redirect. */
export function writeAuthnRequest(wish: AuthnRequestWish): AuthnRequest {
  const { id, relayState = null, signing } = wish;
  if (Buffer.byteLength(relayState ?? '') > MAX_RELAY_STATE_BYTES)
    throw new Error('RelayState is longer than 80 bytes');
  const binding = bindingFor(wish.to, wish.binding ?? null);
  const destination = wish.to.endpoints[binding];
  if (!destination) throw new Error('the service has no endpoint for requests');
  if (binding === 'redirect') {
    const xml = request(wish, destination, nothing);
    const url = writeRedirect('SAMLRequest', xml, { destination, relayState, signing });
    return { binding, id, destination, url };
  }
  const xml = signCanonicalXml((signature) => request(wish, destination, signature), id, signing);
  return { binding, id, destination, fields: writePostFields('SAMLRequest', xml, relayState) };
}

/** In canonical form, as `signCanonicalXml` asks. */
function request(wish: AuthnRequestWish, destination: string, signature: Markup): Markup {
  const attributes = {
    'xmlns:samlp': namespaces.protocol,
    Destination: destination,
    ForceAuthn: 'true',
    ID: wish.id,
    IsPassive: 'false',
    IssueInstant: writeInstant(wish.at),
    ProviderName: wish.providerName.slice(0, MAX_PROVIDER_NAME),
    Version: '2.0',
  };
  const saml = { 'xmlns:saml': namespaces.assertion };
  const eidas = { 'xmlns:eidas': eidasNamespaces.extensions };
  return element('samlp:AuthnRequest', attributes, [
    leaf('saml:Issuer', { ...saml, Format: ENTITY_FORMAT }, wish.from),
    signature,
    element('samlp:Extensions', {}, [
      leaf('eidas:SPType', eidas, wish.spType ?? 'public'),
      element('eidas:RequestedAttributes', eidas, wish.attributes.map(requestedAttribute)),
    ]),
    element('samlp:NameIDPolicy', { AllowCreate: 'true', Format: nameIdFormatFor(wish.to) }),
    element('samlp:RequestedAuthnContext', { Comparison: 'minimum' }, [
      leaf('saml:AuthnContextClassRef', saml, assuranceUri(wish.assurance)),
    ]),
    wish.requesterId === null
      ? null
      : element('samlp:Scoping', {}, [
          leaf('samlp:RequesterID', {}, wish.requesterId.slice(0, MAX_REQUESTER_ID)),
        ]),
  ]);
}

function requestedAttribute(name: string): Markup {
  const known = naturalAttributeNamed(name);
  return element('eidas:RequestedAttribute', {
    FriendlyName: known?.friendlyName ?? null,
    Name: name,
    NameFormat: ATTRIBUTE_NAME_FORMAT,
    isRequired: String(known?.mandatory ?? false),
  });
}

function nameIdFormatFor(service: ServiceMetadata): string {
  return nameIdFormats.find((format) => service.nameIdFormats.includes(format)) ?? nameIdFormats[2];
}
