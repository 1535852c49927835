import { randomBytes } from 'node:crypto';
import { type EncryptionChoice, encryptElement } from '../../saml/encrypt-xml.ts';
import type { SigningKey } from '../../saml/keys.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { signXml } from '../../saml/sign-xml.ts';
import { element, leaf, type Markup } from '../../saml/write-xml.ts';
import { naturalAttributeNamed } from '../response/attributes.ts';
import { writeInstant } from '../time-window.ts';
import { ATTRIBUTE_NAME_FORMAT, ENTITY_FORMAT, eidasNamespaces, nameIdFormats } from '../vocabulary.ts';

const STATUS = 'urn:oasis:names:tc:SAML:2.0:status:';

/** An attribute to send: by URI, with one value or, transliterated, two. */
export type SentAttribute = {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly latin?: boolean }[];
};

export type ResponseWish = {
  readonly issuer: string;
  readonly inResponseTo: string;
  /** The connector's assertion consumer service and entityID. */
  readonly acsUrl: string;
  readonly audience: string;
  readonly at: Date;
  readonly validitySeconds: number;
  readonly assuranceUri: string;
  readonly nameId: string;
  readonly attributes: readonly SentAttribute[];
  readonly signing: SigningKey;
  /** Certificate (PEM) of the connector to encrypt for. */
  readonly encryptFor: string;
  readonly encryption?: EncryptionChoice;
};

/** A signed response with one encrypted assertion (Message Format 1.4, 3), for simulated member states. Gives the XML. */
export function writeResponse(wish: ResponseWish): string {
  const encrypted = encryptElement(writeAssertion(wish), wish.encryptFor, wish.encryption);
  const status = element('samlp:Status', {}, [element('samlp:StatusCode', { Value: `${STATUS}Success` })]);
  return sealResponse(wish, [status, element('saml:EncryptedAssertion', {}, [encrypted])]);
}

/** A signed response that says why there is no assertion; `top` and `detail` are names such as `Responder`, `AuthnFailed`. */
export function writeErrorResponse(
  wish: Pick<ResponseWish, 'issuer' | 'inResponseTo' | 'acsUrl' | 'at' | 'signing'>,
  failure: {
    readonly top: 'Requester' | 'Responder' | 'VersionMismatch';
    readonly detail?: string;
    readonly message?: string;
  },
): string {
  const detail = failure.detail ? element('samlp:StatusCode', { Value: STATUS + failure.detail }) : null;
  const status = element('samlp:Status', {}, [
    element('samlp:StatusCode', { Value: STATUS + failure.top }, [detail]),
    failure.message ? leaf('samlp:StatusMessage', {}, failure.message) : null,
  ]);
  return sealResponse(wish, [status]);
}

/** Signs and envelopes what stands after the issuer: `Status`, then the assertion if any. */
export function sealResponse(
  wish: Pick<ResponseWish, 'issuer' | 'inResponseTo' | 'acsUrl' | 'at' | 'signing'>,
  content: readonly Markup[],
): string {
  const id = newId();
  const attributes = {
    'xmlns:samlp': namespaces.protocol,
    'xmlns:saml': namespaces.assertion,
    ID: id,
    Version: '2.0',
    IssueInstant: writeInstant(wish.at),
    Destination: wish.acsUrl,
    InResponseTo: wish.inResponseTo,
  };
  const issuer = leaf('saml:Issuer', { Format: ENTITY_FORMAT }, wish.issuer);
  return signXml(
    (signature) => element('samlp:Response', attributes, [issuer, signature, ...content]),
    id,
    wish.signing,
  );
}

/** The assertion as it stands before it is encrypted. */
export function writeAssertion(wish: ResponseWish): Markup {
  const end = writeInstant(new Date(wish.at.getTime() + wish.validitySeconds * 1000));
  const now = writeInstant(wish.at);
  const attributes = {
    'xmlns:saml': namespaces.assertion,
    'xmlns:eidas': eidasNamespaces.naturalPerson,
    'xmlns:xsi': namespaces.schemaInstance,
    ID: newId(),
    Version: '2.0',
    IssueInstant: now,
  };
  const confirmation = { InResponseTo: wish.inResponseTo, NotOnOrAfter: end, Recipient: wish.acsUrl };
  return element('saml:Assertion', attributes, [
    leaf('saml:Issuer', { Format: ENTITY_FORMAT }, wish.issuer),
    element('saml:Subject', {}, [
      leaf('saml:NameID', { Format: nameIdFormats[0] }, wish.nameId),
      element('saml:SubjectConfirmation', { Method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer' }, [
        element('saml:SubjectConfirmationData', confirmation),
      ]),
    ]),
    element('saml:Conditions', { NotBefore: now, NotOnOrAfter: end }, [
      element('saml:AudienceRestriction', {}, [leaf('saml:Audience', {}, wish.audience)]),
    ]),
    element('saml:AuthnStatement', { AuthnInstant: now }, [
      element('saml:AuthnContext', {}, [leaf('saml:AuthnContextClassRef', {}, wish.assuranceUri)]),
    ]),
    element('saml:AttributeStatement', {}, wish.attributes.map(writeAttribute)),
  ]);
}

function writeAttribute({ name, values }: SentAttribute): Markup {
  const suffix = name.slice(name.lastIndexOf('/') + 1);
  const inSet = name.startsWith(`${eidasNamespaces.naturalPerson}/`) && !name.includes('/representative/');
  const type = inSet ? `eidas:${suffix}Type` : null;
  const friendlyName = naturalAttributeNamed(name)?.friendlyName ?? suffix;
  return element(
    'saml:Attribute',
    { FriendlyName: friendlyName, Name: name, NameFormat: ATTRIBUTE_NAME_FORMAT },
    values.map(({ value, latin }) =>
      leaf(
        'saml:AttributeValue',
        { 'xsi:type': type, 'eidas:LatinScript': latin === false ? 'false' : null },
        value,
      ),
    ),
  );
}

function newId(): string {
  return `_${randomBytes(20).toString('hex')}`;
}
