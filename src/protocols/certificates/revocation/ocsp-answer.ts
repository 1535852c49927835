import { createHash, verify } from 'node:crypto';
import {
  BasicOCSPResponse,
  type CertID,
  id_kp_OCSPSigning,
  id_pkix_ocsp_basic,
  id_pkix_ocsp_nocheck,
  id_pkix_ocsp_nonce,
  OCSPResponse,
  OCSPResponseStatus,
  type ResponderID,
} from '@peculiar/asn1-ocsp';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { later, MINUTE } from '../../../base/time.ts';
import { isCertificateValid } from '../../saml/check-chain.ts';
import { countWork } from '../../saml/work.ts';
import { isStrong, schemeOf } from '../key-strength.ts';
import { type CertificateProfile, readProfile } from '../read-profile.ts';
import { certificateId } from './certificate-id.ts';

/** An answer with a delegate's certificate has 3 kB. */
export const MAX_ANSWER_BYTES = 20_000;
const MOST_CERTIFICATES = 4;
const MOST_RESPONSES = 16;
/** Clocks of responders differ from ours. */
const SKEW = 5 * MINUTE;

/** Why an answer says nothing about the certificate. */
export type UselessAnswer =
  | 'too-large'
  | 'malformed'
  | 'not-successful'
  | 'responder'
  | 'signature'
  | 'other-certificate'
  | 'nonce'
  | 'too-old'
  | 'not-yet'
  | 'unknown';

/** What a responder or a list said; `until` when it is to be asked again. */
export type CertificateStatus =
  | { readonly kind: 'good' | 'revoked'; readonly until: Date }
  | { readonly kind: 'useless'; readonly why: UselessAnswer };

export type OcspAsked = {
  readonly certificate: CertificateProfile;
  readonly issuer: CertificateProfile;
  readonly nonce: Uint8Array;
  readonly at: Date;
  /** How old an answer may be that repeats no nonce, or does not say until when it holds. */
  readonly longestMilliseconds: number;
};

/**
 * Reads the answer to a question: RFC 6960, 3.2 and 4.2.2. The signature first, over the bytes as they came; then whether it is about this very
 * certificate, fresh, and an answer to this question.
 */
export function readOcspAnswer(bytes: Uint8Array, asked: OcspAsked): CertificateStatus {
  if (bytes.length > MAX_ANSWER_BYTES) return useless('too-large');
  try {
    const response = AsnConvert.parse(bytes, OCSPResponse);
    if (response.responseStatus !== OCSPResponseStatus.successful) return useless('not-successful');
    const body = response.responseBytes;
    if (body?.responseType !== id_pkix_ocsp_basic) return useless('malformed');
    const basic = AsnConvert.parse(body.response.buffer, BasicOCSPResponse);
    const responder = findResponder(basic, asked);
    if (responder === null) return useless('responder');
    if (!isSignedBy(responder, basic)) return useless('signature');
    return readSigned(basic, asked);
  } catch {
    return useless('malformed');
  }
}

/** What a response that the right key signed says about the certificate. */
function readSigned({ tbsResponseData: data }: BasicOCSPResponse, asked: OcspAsked): CertificateStatus {
  const { at, longestMilliseconds } = asked;
  if (data.responses.length > MOST_RESPONSES) return useless('too-large');
  const single = data.responses.find(({ certID }) => isAbout(certID, asked));
  if (!single) return useless('other-certificate');
  const extensions = [...(data.responseExtensions ?? []), ...(single.singleExtensions ?? [])];
  if (extensions.some((each) => each.critical && each.extnID !== id_pkix_ocsp_nonce))
    return useless('malformed');
  const nonces = (data.responseExtensions ?? []).filter((each) => each.extnID === id_pkix_ocsp_nonce);
  const [nonce] = nonces;
  if (nonces.length > 1 || (nonce && !isNonce(nonce.extnValue.buffer, asked.nonce))) return useless('nonce');
  if (single.thisUpdate > later(at, SKEW) || data.producedAt > later(at, SKEW)) return useless('not-yet');
  const oldest = later(single.thisUpdate, longestMilliseconds + SKEW);
  if ((single.nextUpdate ?? oldest) <= at || (!nonce && oldest <= at)) return useless('too-old');
  // However long an answer says that it holds, it is asked again after as long as one may be old.
  const again = later(at, longestMilliseconds);
  const until = single.nextUpdate && single.nextUpdate < again ? single.nextUpdate : again;
  if (single.certStatus.revoked !== undefined) return { kind: 'revoked', until };
  return single.certStatus.good === null ? { kind: 'good', until } : useless('unknown');
}

function isNonce(written: ArrayBuffer, sent: Uint8Array): boolean {
  return Buffer.from(AsnConvert.parse(written, OctetString).buffer).equals(sent);
}

function isAbout(id: CertID, { certificate, issuer }: OcspAsked): boolean {
  const own = certificateId(certificate, issuer, id.hashAlgorithm.algorithm);
  return (
    own !== null &&
    Buffer.from(id.issuerNameHash.buffer).equals(own.issuerNameHash) &&
    Buffer.from(id.issuerKeyHash.buffer).equals(own.issuerKeyHash) &&
    Buffer.from(id.serialNumber).equals(own.serialNumber)
  );
}

/**
 * Who may answer for the issuer (RFC 6960, 4.2.2.2): itself, or whom it gave a certificate of its own for just that, valid now. Such a
 * certificate either says that its own status is not asked, or gives nobody to ask.
 */
function findResponder(basic: BasicOCSPResponse, { issuer, at }: OcspAsked): CertificateProfile | null {
  const { responderID } = basic.tbsResponseData;
  if (isNamed(issuer, responderID)) return issuer;
  const delegates = (basic.certs ?? [])
    .slice(0, MOST_CERTIFICATES)
    .map((each) => readProfile(new Uint8Array(AsnConvert.serialize(each))));
  const named = delegates.find((each) => each !== null && isNamed(each, responderID));
  return named && mayAnswer(named, issuer, at) ? named : null;
}

function mayAnswer(delegate: CertificateProfile, issuer: CertificateProfile, at: Date): boolean {
  const { certificate, purposes, parts } = delegate;
  const isUnasked =
    parts.extensions.has(id_pkix_ocsp_nocheck) ||
    (delegate.responders.length === 0 && delegate.lists.length === 0);
  if (!isUnasked || !purposes?.includes(id_kp_OCSPSigning)) return false;
  if (!isCertificateValid(certificate, at) || !isStrong(certificate.publicKey)) return false;
  if (schemeOf(parts.signatureAlgorithm) === null || !certificate.checkIssued(issuer.certificate))
    return false;
  countWork('keyOperations');
  return certificate.verify(issuer.certificate.publicKey);
}

function isNamed(responder: CertificateProfile, { byName, byKey }: ResponderID): boolean {
  if (byKey) {
    return createHash('sha1').update(responder.parts.subjectKey).digest().equals(Buffer.from(byKey.buffer));
  }
  return (
    byName !== undefined && responder.parts.subjectName.equals(Buffer.from(AsnConvert.serialize(byName)))
  );
}

function isSignedBy({ certificate }: CertificateProfile, basic: BasicOCSPResponse): boolean {
  const scheme = schemeOf(basic.signatureAlgorithm.algorithm);
  const { tbsResponseDataRaw: signed } = basic;
  if (scheme === null || signed === undefined) return false;
  if (certificate.publicKey.asymmetricKeyType !== scheme.keyType) return false;
  countWork('keyOperations');
  return verify(scheme.hash, new Uint8Array(signed), certificate.publicKey, new Uint8Array(basic.signature));
}

function useless(why: UselessAnswer): CertificateStatus {
  return { kind: 'useless', why };
}
