import { namespaces } from '../../saml/namespaces.ts';
import {
  attributeOf,
  childrenNamed,
  onlyChild,
  textOf,
  uriOf,
  uriTextOf,
  type XmlElement,
} from '../../saml/xml-tree.ts';
import type { AnsweredRequest, ResponsePorts, ServiceMetadata } from '../model.ts';
import type { RefusalCode } from '../refusal-codes.ts';
import { MAX_AGE_MILLISECONDS, MAX_VALIDITY_MILLISECONDS, readInstant } from '../time-window.ts';
import { nameIdFormats } from '../vocabulary.ts';
import { readIssuer } from './receive-response.ts';

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const { assertion: saml } = namespaces;

/** What an assertion is held against. */
export type AssertionFrame = {
  readonly request: AnsweredRequest;
  readonly service: ServiceMetadata;
  readonly connector: ResponsePorts['connector'];
  readonly at: Date;
  readonly skew: number;
};

export type CheckedAssertion =
  | { readonly kind: 'checked'; readonly assuranceUri: string; readonly validUntil: Date }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly isLate?: true };

/** Check 9: is the assertion from the same service, about this request, for us alone, and valid now? */
export function checkAssertion(assertion: XmlElement, frame: AssertionFrame): CheckedAssertion {
  const subject = onlyChild(assertion, saml, 'Subject');
  const conditions = onlyChild(assertion, saml, 'Conditions');
  const authentication = onlyChild(assertion, saml, 'AuthnStatement');
  const confirmation = confirmationData(subject);
  const code =
    refuseOrigin(assertion, frame) ??
    refuseNameId(subject) ??
    (confirmation ? refuseConfirmation(confirmation, frame) : 'eidas.subject-confirmation') ??
    refuseConditions(conditions, frame) ??
    refuseAuthentication(authentication, frame);
  if (code) return { kind: 'refused', code, ...(isOnlyLate(code, assertion, frame) && { isLate: true }) };
  const ends = [confirmation, conditions].map(
    (each) => readInstant(attributeOf(each, 'NotOnOrAfter'))?.getTime() ?? 0,
  );
  const context = onlyChild(authentication, saml, 'AuthnContext');
  const assuranceUri = uriTextOf(onlyChild(context, saml, 'AuthnContextClassRef')) ?? '';
  return { kind: 'checked', assuranceUri, validUntil: new Date(Math.max(...ends)) };
}

function refuseOrigin(assertion: XmlElement, { service, at, skew }: AssertionFrame): RefusalCode | null {
  if (readIssuer(assertion) !== service.entityId) return 'eidas.assertion-issuer';
  if (attributeOf(assertion, 'Version') !== '2.0') return 'eidas.version';
  const issued = readInstant(attributeOf(assertion, 'IssueInstant'))?.getTime();
  const oldest = at.getTime() - MAX_AGE_MILLISECONDS - skew;
  return issued === undefined || issued > at.getTime() + skew || issued < oldest
    ? 'eidas.assertion-instant'
    : null;
}

/** NameID must be there, but it is never a key to anything: the identifier is an attribute (Attribute Profile 1.4, 2.2.3). */
function refuseNameId(subject: XmlElement | null): RefusalCode | null {
  const nameId = onlyChild(subject, saml, 'NameID');
  const format = uriOf(nameId, 'Format');
  const known = format === null || nameIdFormats.some((each) => each === format);
  return known && (textOf(nameId) ?? '').trim() !== '' ? null : 'eidas.name-id';
}

function confirmationData(subject: XmlElement | null): XmlElement | null {
  const confirmation = onlyChild(subject, saml, 'SubjectConfirmation');
  if (uriOf(confirmation, 'Method') !== BEARER) return null;
  return onlyChild(confirmation, saml, 'SubjectConfirmationData');
}

/** A bearer confirmation says until when, never from when (SAML profiles 4.1.4.2). */
function refuseConfirmation(data: XmlElement, frame: AssertionFrame): RefusalCode | null {
  if (attributeOf(data, 'NotBefore') !== null) return 'eidas.subject-confirmation';
  if (uriOf(data, 'Recipient') !== frame.connector.acsUrl) return 'eidas.recipient';
  if (attributeOf(data, 'InResponseTo') !== frame.request.id) return 'eidas.subject-in-response-to';
  return refuseEnd(data, frame);
}

function refuseConditions(conditions: XmlElement | null, frame: AssertionFrame): RefusalCode | null {
  if (!conditions) return 'eidas.audience';
  const code = refuseEnd(conditions, frame) ?? refuseBegin(conditions, frame);
  if (code) return code;
  // An assertion for two connectors would carry an identifier that is meant for one of them.
  const restriction = onlyChild(conditions, saml, 'AudienceRestriction');
  const audiences = restriction ? childrenNamed(restriction, saml, 'Audience') : [];
  const ours = audiences.length === 1 && uriTextOf(audiences[0] ?? null) === frame.connector.entityId;
  return ours ? null : 'eidas.audience';
}

/** `NotOnOrAfter` is strict: no tolerance at the end (reference node), and no end so far away that it means nothing. */
function refuseEnd(element: XmlElement, { at }: AssertionFrame): RefusalCode | null {
  const end = readInstant(attributeOf(element, 'NotOnOrAfter'));
  if (!end || end <= at || end.getTime() > at.getTime() + MAX_VALIDITY_MILLISECONDS) return 'eidas.expired';
  return null;
}

function refuseBegin(element: XmlElement, { at, skew }: AssertionFrame): RefusalCode | null {
  const text = attributeOf(element, 'NotBefore');
  if (text === null) return null;
  const begin = readInstant(text);
  return begin && begin.getTime() <= at.getTime() + skew ? null : 'eidas.not-yet-valid';
}

/** Whether the assertion would have been taken when it was made. */
function isOnlyLate(code: RefusalCode, assertion: XmlElement, frame: AssertionFrame): boolean {
  if (code !== 'eidas.expired' && code !== 'eidas.assertion-instant') return false;
  const issued = readInstant(attributeOf(assertion, 'IssueInstant'));
  if (!issued || issued >= frame.at || issued < frame.request.issuedAt) return false;
  return checkAssertion(assertion, { ...frame, at: issued }).kind === 'checked';
}

/** We ask `ForceAuthn`: an authentication from before the request does not answer it. */
function refuseAuthentication(
  statement: XmlElement | null,
  { request, at, skew }: AssertionFrame,
): RefusalCode | null {
  const instant = readInstant(attributeOf(statement, 'AuthnInstant'))?.getTime();
  if (instant === undefined || instant > at.getTime() + skew) return 'eidas.authn-instant';
  if (instant < request.issuedAt.getTime() - skew) return 'eidas.authn-instant';
  const sessionEnd = attributeOf(statement, 'SessionNotOnOrAfter');
  if (sessionEnd === null) return null;
  const end = readInstant(sessionEnd);
  return end && end > at ? null : 'eidas.authn-instant';
}
