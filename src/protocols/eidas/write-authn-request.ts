import type { AssuranceLevel } from '../../domain/assurance/index.ts';
import { writePostFields, writeRedirect } from '../saml/bindings.ts';
import type { SigningKey } from '../saml/keys.ts';
import { namespaces } from '../saml/namespaces.ts';
import { signXml } from '../saml/sign-xml.ts';
import { element, leaf, type Markup, nothing } from '../saml/write-xml.ts';
import { mandatoryAttributes, naturalAttributeNamed, optionalAttributes } from './attributes.ts';
import type { ServiceMetadata } from './model.ts';
import { writeInstant } from './time-window.ts';
import {
  ATTRIBUTE_NAME_FORMAT,
  assuranceUri,
  ENTITY_FORMAT,
  eidasNamespaces,
  nameIdFormats,
} from './vocabulary.ts';

const MAX_PROVIDER_NAME = 128;
const MAX_REQUESTER_ID = 1024;
/** Longer addresses do not survive every browser and proxy; then the form is used. */
const MAX_REDIRECT_URL = 6000;

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
  /** Forces one binding; otherwise HTTP-Redirect where the service has it, since it works without a script. */
  readonly binding?: 'redirect' | 'post';
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

/** Writes a signed AuthnRequest (Message Format 1.4, 2.3) for the binding that the service offers. */
export function writeAuthnRequest(wish: AuthnRequestWish): AuthnRequest {
  const { endpoints } = wish.to;
  const { id, relayState = null, signing } = wish;
  if (endpoints.redirect && wish.binding !== 'post') {
    const destination = endpoints.redirect;
    const url = writeRedirect('SAMLRequest', request(wish, destination, nothing), {
      destination,
      relayState,
      signing,
    });
    if (url.length <= MAX_REDIRECT_URL || !endpoints.post)
      return { binding: 'redirect', id, destination, url };
  }
  const destination = endpoints.post;
  if (!destination) throw new Error('the service has no endpoint for this binding');
  const xml = signXml((signature) => request(wish, destination, signature), id, signing);
  return { binding: 'post', id, destination, fields: writePostFields('SAMLRequest', xml, relayState) };
}

function request(wish: AuthnRequestWish, destination: string, signature: Markup): Markup {
  const attributes = {
    'xmlns:samlp': namespaces.protocol,
    'xmlns:saml': namespaces.assertion,
    'xmlns:eidas': eidasNamespaces.extensions,
    ID: wish.id,
    Version: '2.0',
    IssueInstant: writeInstant(wish.at),
    Destination: destination,
    ForceAuthn: 'true',
    IsPassive: 'false',
    ProviderName: wish.providerName.slice(0, MAX_PROVIDER_NAME),
  };
  return element('samlp:AuthnRequest', attributes, [
    leaf('saml:Issuer', { Format: ENTITY_FORMAT }, wish.from),
    signature,
    element('samlp:Extensions', {}, [
      leaf('eidas:SPType', {}, wish.spType ?? 'public'),
      element('eidas:RequestedAttributes', {}, wish.attributes.map(requestedAttribute)),
    ]),
    element('samlp:NameIDPolicy', { AllowCreate: 'true', Format: nameIdFormatFor(wish.to) }),
    element('samlp:RequestedAuthnContext', { Comparison: 'minimum' }, [
      leaf('saml:AuthnContextClassRef', {}, assuranceUri(wish.assurance)),
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
    Name: name,
    NameFormat: ATTRIBUTE_NAME_FORMAT,
    FriendlyName: known?.friendlyName ?? null,
    isRequired: String(known?.mandatory ?? false),
  });
}

function nameIdFormatFor(service: ServiceMetadata): string {
  return nameIdFormats.find((format) => service.nameIdFormats.includes(format)) ?? nameIdFormats[2];
}
