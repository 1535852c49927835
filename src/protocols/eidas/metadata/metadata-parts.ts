import { X509Certificate } from 'node:crypto';
import { digestUris, signatureAlgorithms } from '../../saml/algorithms.ts';
import { contentAlgorithms, ECDH_ES, RSA_OAEP, wrapAlgorithms } from '../../saml/encryption-algorithms.ts';
import { certificateBody } from '../../saml/keys.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { element, leaf, type Markup } from '../../saml/write-xml.ts';
import { ATTRIBUTE_NAME_FORMAT, eidasNamespaces } from '../vocabulary.ts';

/** Who answers for a node, as metadata publishes it. */
export type NodeOrganization = {
  readonly name: string;
  readonly displayName: string;
  readonly url: string;
  readonly technical: { readonly givenName: string; readonly email: string };
  readonly support: { readonly givenName: string; readonly email: string };
};

export const metadataDeclarations = {
  'xmlns:md': namespaces.metadata,
  'xmlns:saml': namespaces.assertion,
  'xmlns:mdattr': namespaces.metadataAttributes,
  'xmlns:alg': namespaces.algorithms,
  'xmlns:ds': namespaces.signature,
  'xmlns:eidas': eidasNamespaces.extensions,
  'xmlns:xs': namespaces.schema,
  'xmlns:xsi': namespaces.schemaInstance,
} as const;

/** Entity attributes and the signature algorithms that the node accepts (metadata profile for algorithm support 1.0). */
export function entityExtensions(attributes: Readonly<Record<string, readonly string[]>>): Markup {
  const written = Object.entries(attributes)
    .filter(([, values]) => values.length > 0)
    .map(([Name, values]) =>
      element(
        'saml:Attribute',
        { Name, NameFormat: ATTRIBUTE_NAME_FORMAT },
        values.map((value) => leaf('saml:AttributeValue', { 'xsi:type': 'xs:string' }, value)),
      ),
    );
  return element('md:Extensions', {}, [
    element('mdattr:EntityAttributes', {}, written),
    ...Object.values(digestUris).map((Algorithm) => element('alg:DigestMethod', { Algorithm })),
    ...Object.values(signatureAlgorithms).map(({ uri }) => element('alg:SigningMethod', { Algorithm: uri })),
  ]);
}

/** A certificate with its one use. */
export function keyDescriptor(use: 'signing' | 'encryption', certificate: string): Markup {
  const x509 = leaf('ds:X509Certificate', {}, certificateBody(certificate));
  const info = element('ds:KeyInfo', {}, [element('ds:X509Data', {}, [x509])]);
  return element('md:KeyDescriptor', { use }, [
    info,
    ...(use === 'encryption' ? encryptionMethods(new X509Certificate(certificate)) : []),
  ]);
}

/**
 * What may be done with this very key: transport with RSA, agreement with EC. The mask function of RSA-OAEP is not named: `xenc11:MGF` is
 * not in the schemas that the reference node checks metadata against, and the profile allows SHA-2 alone anyway.
 */
function encryptionMethods({ publicKey }: X509Certificate): Markup[] {
  const keyMethods =
    publicKey.asymmetricKeyType === 'ec'
      ? [ECDH_ES, ...Object.values(wrapAlgorithms).map((each) => each.uri)].map(method)
      : [
          element('md:EncryptionMethod', { Algorithm: RSA_OAEP }, [
            element('ds:DigestMethod', { Algorithm: digestUris.sha256 }),
          ]),
        ];
  return [...keyMethods, ...Object.values(contentAlgorithms).map((each) => method(each.uri))];
}

function method(Algorithm: string): Markup {
  return element('md:EncryptionMethod', { Algorithm });
}

/** `NodeCountry` stands in the role, not in the entity (Message Format 1.4, 2.1.2). */
export function roleExtensions(country: string): Markup {
  return element('md:Extensions', {}, [leaf('eidas:NodeCountry', {}, country)]);
}

/** Organisation and contacts. */
export function organizationParts(organization: NodeOrganization): Markup[] {
  const lang = { 'xml:lang': 'en' };
  const contact = (contactType: string, { givenName, email }: NodeOrganization['technical']) =>
    element('md:ContactPerson', { contactType }, [
      leaf('md:GivenName', {}, givenName),
      leaf('md:EmailAddress', {}, `mailto:${email}`),
    ]);
  return [
    element('md:Organization', {}, [
      leaf('md:OrganizationName', lang, organization.name),
      leaf('md:OrganizationDisplayName', lang, organization.displayName),
      leaf('md:OrganizationURL', lang, organization.url),
    ]),
    contact('technical', organization.technical),
    contact('support', organization.support),
  ];
}
