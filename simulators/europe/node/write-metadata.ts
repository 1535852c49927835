import { randomUUID } from 'node:crypto';
import { DAY, later } from '../../../src/base/time.ts';
import { naturalAttributes } from '../../../src/protocols/eidas/response/attributes.ts';
import {
  APPLICATION_IDENTIFIER,
  ASSURANCE_CERTIFICATION,
  ATTRIBUTE_NAME_FORMAT,
  assuranceUri,
  eidasNamespaces,
  nameIdFormats,
  PROTOCOL_VERSION,
  protocolVersions,
} from '../../../src/protocols/eidas/vocabulary.ts';
import { digestUris, signatureAlgorithms } from '../../../src/protocols/saml/algorithms.ts';
import { certificateBody } from '../../../src/protocols/saml/keys.ts';
import { bindings, namespaces } from '../../../src/protocols/saml/namespaces.ts';
import { signXml } from '../../../src/protocols/saml/sign-xml.ts';
import { element, leaf, type Markup } from '../../../src/protocols/saml/write-xml.ts';
import type { StateKeys } from '../keys.ts';
import { assuranceOfState, type MemberState } from '../states.ts';
import type { NodeAddresses } from './addresses.ts';

const VALID_DAYS = 30;
/** What each kind of node calls itself, as `vendor:software:version`. */
const applicationIdentifiers = { own: 'Sluis:SimulatedEurope:0.1.0', reference: 'eIDAS-ref:2.9.0' };

/** Signed metadata of a simulated eIDAS service (Message Format 1.4, chapter 6). A state that forgot it is a month late. */
export function writeStateMetadata(
  state: MemberState,
  keys: StateKeys,
  addresses: NodeAddresses,
  at: Date,
): string {
  const id = `_${randomUUID()}`;
  const validUntil = later(at, (state.metadataExpired ? -VALID_DAYS : VALID_DAYS) * DAY);
  const declarations = {
    'xmlns:md': namespaces.metadata,
    'xmlns:mdattr': namespaces.metadataAttributes,
    'xmlns:saml2': namespaces.assertion,
    'xmlns:alg': namespaces.algorithms,
    'xmlns:eidas': eidasNamespaces.extensions,
  };
  const write = (signature: Markup) =>
    element(
      'md:EntityDescriptor',
      { ...declarations, ID: id, entityID: addresses.entityId, validUntil: validUntil.toISOString() },
      [
        signature,
        element('md:Extensions', {}, [entityAttributes(state), ...algorithms()]),
        roleDescriptor(state, keys, addresses),
        organization(state),
        contact('support', state),
        contact('technical', state),
      ],
    );
  return signXml(write, id, keys.signing);
}

function entityAttributes(state: MemberState): Markup {
  const attribute = (name: string, values: readonly string[]) =>
    element(
      'saml2:Attribute',
      { Name: name, NameFormat: ATTRIBUTE_NAME_FORMAT },
      values.map((value) => leaf('saml2:AttributeValue', {}, value)),
    );
  return element('mdattr:EntityAttributes', {}, [
    attribute(PROTOCOL_VERSION, protocolVersions),
    attribute(APPLICATION_IDENTIFIER, [applicationIdentifiers[state.node]]),
    attribute(ASSURANCE_CERTIFICATION, [assuranceUri(assuranceOfState(state))]),
  ]);
}

function algorithms(): Markup[] {
  return [
    ...Object.values(digestUris).map((uri) => element('alg:DigestMethod', { Algorithm: uri })),
    ...Object.values(signatureAlgorithms).map(({ uri }) => element('alg:SigningMethod', { Algorithm: uri })),
  ];
}

function roleDescriptor(state: MemberState, keys: StateKeys, addresses: NodeAddresses): Markup {
  const attributes = Object.values(naturalAttributes).map((each) =>
    element('saml2:Attribute', {
      Name: each.name,
      NameFormat: ATTRIBUTE_NAME_FORMAT,
      FriendlyName: each.friendlyName,
    }),
  );
  const endpoint = (binding: string) =>
    element('md:SingleSignOnService', { Binding: binding, Location: addresses.singleSignOn });
  return element(
    'md:IDPSSODescriptor',
    { WantAuthnRequestsSigned: 'true', protocolSupportEnumeration: namespaces.protocol },
    [
      element('md:Extensions', {}, [leaf('eidas:NodeCountry', {}, state.code)]),
      keyDescriptor('signing', keys.signing.certificate),
      keyDescriptor('encryption', keys.encryption.certificate),
      ...nameIdFormats.map((format) => leaf('md:NameIDFormat', {}, format)),
      // The reference node publishes both as well, though it reads requests by HTTP-POST alone.
      state.redirectOnly ? null : endpoint(bindings.post),
      endpoint(bindings.redirect),
      ...attributes,
    ],
  );
}

function keyDescriptor(use: 'signing' | 'encryption', certificate: string): Markup {
  const info = element('ds:KeyInfo', { 'xmlns:ds': namespaces.signature }, [
    element('ds:X509Data', {}, [leaf('ds:X509Certificate', {}, certificateBody(certificate))]),
  ]);
  return element('md:KeyDescriptor', { use }, [info]);
}

function organization(state: MemberState): Markup {
  const english = { 'xml:lang': 'en' };
  return element('md:Organization', {}, [
    leaf('md:OrganizationName', english, `Simulated ${state.name}`),
    leaf('md:OrganizationDisplayName', english, `Simulated ${state.name}`),
    leaf('md:OrganizationURL', english, 'http://localhost:4010'),
  ]);
}

function contact(type: 'support' | 'technical', state: MemberState): Markup {
  return element('md:ContactPerson', { contactType: type }, [
    leaf('md:GivenName', {}, `Simulated ${state.name}`),
    leaf('md:EmailAddress', {}, `mailto:${type}@${state.code.toLowerCase()}.example.eu`),
  ]);
}
