import { randomUUID } from 'node:crypto';
import { ENTITY_FORMAT } from '../../../src/protocols/eidas/vocabulary.ts';
import { encryptElement } from '../../../src/protocols/saml/encrypt-xml.ts';
import { namespaces } from '../../../src/protocols/saml/namespaces.ts';
import { signXml } from '../../../src/protocols/saml/sign-xml.ts';
import { element, leaf, type Markup, trusted } from '../../../src/protocols/saml/write-xml.ts';
import type { Trouble } from '../trouble.ts';
import type { ResponseWish } from './response-wish.ts';
import { writeAssertion } from './write-assertion.ts';

const STATUS = 'urn:oasis:names:tc:SAML:2.0:status:';
const failures: Readonly<Partial<Record<Trouble, readonly [top: string, detail: string]>>> = {
  cancelled: ['Responder', 'RequestDenied'],
  failed: ['Responder', 'AuthnFailed'],
  'level-too-low': ['Responder', 'NoAuthnContext'],
};

/** The signed Response (Message Format 1.4, chapter 3), broken in exactly the way that the trouble says. */
export function writeStateResponse(wish: ResponseWish): string {
  const { addresses, connector, keys, trouble } = wish;
  const isReference = wish.state.node === 'reference';
  const id = `_${randomUUID()}`;
  const failure = failures[trouble];
  const body = failure ? null : assertionOf(wish);
  const attributes = {
    'xmlns:saml2p': namespaces.protocol,
    'xmlns:saml2': namespaces.assertion,
    ID: id,
    InResponseTo: trouble === 'other-request' ? `_${randomUUID()}` : wish.request.id,
    Destination: connector.assertionConsumer,
    IssueInstant: wish.at.toISOString(),
    Version: '2.0',
    ...(isReference ? { Consent: 'urn:oasis:names:tc:SAML:2.0:consent:unspecified' } : {}),
  };
  const write = (signature: Markup) =>
    element('saml2p:Response', attributes, [
      leaf('saml2:Issuer', isReference ? { Format: ENTITY_FORMAT } : {}, addresses.entityId),
      signature,
      element('saml2p:Status', {}, [statusCode(failure), isReference ? statusMessage(failure) : null]),
      body,
    ]);
  const xml = signXml(write, id, trouble === 'unknown-key' ? keys.stranger : keys.signing);
  // The envelope says more than it did when it was signed: the oldest attack there is.
  return trouble === 'wrong-signature'
    ? xml.replace(/ Version="2.0"(?: Consent="[^"]*")?>/, ' Version="2.0" Consent="urn:altered">')
    : xml;
}

function statusCode(failure: readonly [string, string] | undefined): Markup {
  if (!failure) return element('saml2p:StatusCode', { Value: `${STATUS}Success` });
  const [top, detail] = failure;
  return element('saml2p:StatusCode', { Value: `${STATUS}${top}` }, [
    element('saml2p:StatusCode', { Value: `${STATUS}${detail}` }),
  ]);
}

/** The reference node says in words what stands in the code already. */
function statusMessage(failure: readonly [string, string] | undefined): Markup {
  return leaf('saml2p:StatusMessage', {}, failure ? '003002 - Authentication Failed' : `${STATUS}Success`);
}

function assertionOf(wish: ResponseWish): Markup {
  const assertion = writeAssertion(wish);
  if (wish.trouble === 'not-encrypted') return assertion;
  const recipient =
    wish.connector.encryptionCertificates[wish.state.keyEncryption] ??
    wish.connector.anyEncryptionCertificate;
  const wrap = wish.state.content === 'aes128-gcm' ? 'kw-aes128' : 'kw-aes256';
  const encrypted = encryptElement(assertion, recipient, { content: wish.state.content, wrap });
  return element('saml2:EncryptedAssertion', {}, [trusted(encrypted)]);
}
