import { createHash, sign } from 'node:crypto';
import {
  BasicOCSPResponse,
  CertID,
  CertStatus,
  id_pkix_ocsp_basic,
  id_pkix_ocsp_nonce,
  KeyHash,
  OCSPRequest,
  OCSPResponse,
  OCSPResponseStatus,
  ResponderID,
  ResponseBytes,
  ResponseData,
  RevokedInfo,
  SingleResponse,
} from '@peculiar/asn1-ocsp';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate, Extensions } from '@peculiar/asn1-x509';
import { HOUR, later } from '../../src/base/time.ts';
import { type Issued, X509CrlGenerator } from './issue-certificate.ts';

const ECDSA_SHA256 = '1.2.840.10045.4.3.2';

/** How a responder behaves. */
export type Behaviour =
  | 'honest'
  | 'old'
  | 'other-certificate'
  | 'broken-signature'
  | 'no-nonce'
  | 'other-nonce'
  | 'try-later'
  | 'unknown';

export type Responder = {
  readonly issuer: Issued;
  /** Who signs: the issuer itself, or its delegate, whose certificate goes along. */
  readonly signer: Issued;
  isRevoked(serialNumber: string): boolean;
  /** Milliseconds for which an answer holds. */
  readonly holds?: number;
};

/** Answers an OCSP request (RFC 6960), well or as `behaviour` says. */
export function answerStatus(
  question: Uint8Array,
  responder: Responder,
  behaviour: Behaviour,
  at: Date,
): Uint8Array {
  if (behaviour === 'try-later') {
    return write(new OCSPResponse({ responseStatus: OCSPResponseStatus.tryLater }));
  }
  const { tbsRequest } = AsnConvert.parse(question, OCSPRequest);
  const [asked] = tbsRequest.requestList;
  if (!asked) return write(new OCSPResponse({ responseStatus: OCSPResponseStatus.malformedRequest }));
  const certID = new CertID({ ...asked.reqCert });
  if (behaviour === 'other-certificate') certID.serialNumber = new Uint8Array([0x11, 0x22]).buffer;
  const since = behaviour === 'old' ? later(at, -72 * HOUR) : later(at, -HOUR);
  const data = new ResponseData({
    responderID: new ResponderID({ byKey: keyHashOf(responder.signer) }),
    producedAt: wholeSeconds(since),
    responses: [
      new SingleResponse({
        certID,
        certStatus: statusOf(certID, responder, behaviour, at),
        thisUpdate: wholeSeconds(since),
        nextUpdate: wholeSeconds(later(since, responder.holds ?? 6 * HOUR)),
      }),
    ],
  });
  const nonce = tbsRequest.requestExtensions?.find((each) => each.extnID === id_pkix_ocsp_nonce);
  if (nonce && behaviour === 'other-nonce')
    nonce.extnValue = new OctetString(AsnConvert.serialize(new OctetString(new Uint8Array(32))));
  if (nonce && behaviour !== 'no-nonce') data.responseExtensions = new Extensions([nonce]);
  return signAnswer(data, responder, behaviour === 'broken-signature');
}

function signAnswer(data: ResponseData, { issuer, signer }: Responder, breaks: boolean): Uint8Array {
  const signed = new Uint8Array(AsnConvert.serialize(data));
  const signature = sign('sha256', signed, signer.privateKey);
  if (breaks) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
  const basic = new BasicOCSPResponse({
    tbsResponseData: data,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: ECDSA_SHA256 }),
    signature: Uint8Array.from(signature).buffer,
    ...(signer !== issuer && { certs: [AsnConvert.parse(signer.certificate.rawData, Certificate)] }),
  });
  return write(
    new OCSPResponse({
      responseStatus: OCSPResponseStatus.successful,
      responseBytes: new ResponseBytes({
        responseType: id_pkix_ocsp_basic,
        response: new OctetString(AsnConvert.serialize(basic)),
      }),
    }),
  );
}

function statusOf(id: CertID, { isRevoked }: Responder, behaviour: Behaviour, at: Date): CertStatus {
  if (behaviour === 'unknown') return new CertStatus({ unknown: null });
  const serial = Buffer.from(id.serialNumber).toString('hex');
  return isRevoked(serial)
    ? new CertStatus({ revoked: new RevokedInfo({ revocationTime: wholeSeconds(later(at, -HOUR)) }) })
    : new CertStatus({ good: null });
}

function keyHashOf({ certificate }: Issued): KeyHash {
  const { subjectPublicKeyInfo } = AsnConvert.parse(certificate.rawData, Certificate).tbsCertificate;
  const key = Buffer.from(subjectPublicKeyInfo.subjectPublicKey);
  return new KeyHash(createHash('sha1').update(key).digest());
}

/** Writes the list of an authority's revoked certificates, valid for a day. */
export async function writeList(issuer: Issued, revoked: readonly string[], at: Date): Promise<Uint8Array> {
  const list = await X509CrlGenerator.create({
    issuer: issuer.certificate.subjectName.toJSON(),
    thisUpdate: later(at, -HOUR),
    nextUpdate: later(at, 24 * HOUR),
    entries: revoked.map((serialNumber) => ({ serialNumber, revocationDate: later(at, -HOUR) })),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    signingKey: issuer.key,
  });
  return new Uint8Array(list.rawData);
}

function wholeSeconds(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000);
}

function write(response: OCSPResponse): Uint8Array {
  return new Uint8Array(AsnConvert.serialize(response));
}
