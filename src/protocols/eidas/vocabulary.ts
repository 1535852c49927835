import type { AssuranceLevel } from '../../domain/assurance/index.ts';

/** Names of the eIDAS SAML Message Format and Attribute Profile 1.4. */
export const eidasNamespaces = {
  extensions: 'http://eidas.europa.eu/saml-extensions',
  naturalPerson: 'http://eidas.europa.eu/attributes/naturalperson',
  legalPerson: 'http://eidas.europa.eu/attributes/legalperson',
  naturalRepresentative: 'http://eidas.europa.eu/attributes/naturalperson/representative',
  legalRepresentative: 'http://eidas.europa.eu/attributes/legalperson/representative',
} as const;

export const ATTRIBUTE_NAME_FORMAT = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';
export const ENTITY_FORMAT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity';
export const PROTOCOL_VERSION = 'http://eidas.europa.eu/entity-attributes/protocol-version';
export const APPLICATION_IDENTIFIER = 'http://eidas.europa.eu/entity-attributes/application-identifier';
export const ASSURANCE_CERTIFICATION = 'urn:oasis:names:tc:SAML:attribute:assurance-certification';
export const ENTITY_CATEGORY = 'http://macedir.org/entity-category';
export const REQUESTER_ID_CATEGORY = 'http://eidas.europa.eu/entity-attributes/termsofaccess/requesterid';

/** Versions of the technical specifications that we announce, newest first. */
export const protocolVersions = ['1.4', '1.3', '1.2'] as const;

/** Name identifier formats that every node must support (Message Format 1.4, 2.3.2). */
export const nameIdFormats = [
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
] as const;

const NOTIFIED = 'http://eidas.europa.eu/LoA/';
const NOT_NOTIFIED = 'http://eidas.europa.eu/NotNotified/LoA/';
const assuranceUris: Readonly<
  Record<string, { readonly level: AssuranceLevel; readonly notified: boolean }>
> = {
  [`${NOTIFIED}low`]: { level: 'low', notified: true },
  [`${NOTIFIED}substantial`]: { level: 'substantial', notified: true },
  [`${NOTIFIED}high`]: { level: 'high', notified: true },
  [`${NOT_NOTIFIED}low`]: { level: 'low', notified: false },
  [`${NOT_NOTIFIED}substantial`]: { level: 'substantial', notified: false },
  [`${NOT_NOTIFIED}high`]: { level: 'high', notified: false },
};

/** What a level of assurance URI means, compared letter by letter; `null` when it is none of the six. */
export function assuranceOf(
  uri: string,
): { readonly level: AssuranceLevel; readonly notified: boolean } | null {
  return Object.hasOwn(assuranceUris, uri) ? (assuranceUris[uri] ?? null) : null;
}

/** The URI of a level. */
export function assuranceUri(level: AssuranceLevel, notified = true): string {
  return `${notified ? NOTIFIED : NOT_NOTIFIED}${level}`;
}
