import {
  CertID,
  id_pkix_ocsp_nonce,
  OCSPRequest,
  Request as OcspQuestion,
  TBSRequest,
} from '@peculiar/asn1-ocsp';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extension } from '@peculiar/asn1-x509';
import type { CertificateProfile } from '../read-profile.ts';
import { certificateId } from './certificate-id.ts';

const SHA1 = '1.3.14.3.2.26';

/** RFC 8954, 2.1, as amended by RFC 9654: a client sends 32 bytes. */
export const NONCE_BYTES = 32;

/** Writes the question whether a certificate is good, with a nonce that the answer has to repeat (RFC 6960, 4.1). */
export function writeOcspRequest(
  certificate: CertificateProfile,
  issuer: CertificateProfile,
  nonce: Uint8Array,
): Uint8Array {
  const id = certificateId(certificate, issuer, SHA1);
  if (id === null) throw new Error('SHA-1 names certificates');
  const question = new OcspQuestion({
    reqCert: new CertID({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA1, parameters: null }),
      issuerNameHash: new OctetString(id.issuerNameHash),
      issuerKeyHash: new OctetString(id.issuerKeyHash),
      serialNumber: toArrayBuffer(id.serialNumber),
    }),
  });
  const once = new Extension({
    extnID: id_pkix_ocsp_nonce,
    extnValue: new OctetString(AsnConvert.serialize(new OctetString(nonce))),
  });
  const asked = new TBSRequest({ requestList: [question], requestExtensions: [once] });
  return new Uint8Array(AsnConvert.serialize(new OCSPRequest({ tbsRequest: asked })));
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
