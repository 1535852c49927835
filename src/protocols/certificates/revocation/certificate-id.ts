import { createHash } from 'node:crypto';
import type { CertificateProfile } from '../read-profile.ts';
import { contentOf, type Place, placeAt, placesIn, wholeOf } from './der-walk.ts';

const hashNames: Readonly<Record<string, 'sha1' | 'sha256'>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
};

/** What an answer names a certificate by (RFC 6960, 4.1.1). */
export type CertificateId = {
  readonly issuerNameHash: Buffer;
  readonly issuerKeyHash: Buffer;
  /** As it is written in the certificate, its sign with it. */
  readonly serialNumber: Buffer;
};

/**
 * The id of a certificate by a hash, named by its object identifier; `null` for a hash that nobody uses here. SHA-1 names an issuer and proves
 * nothing, and is what responders know (RFC 5019, 2.1.1; Belgium's too).
 */
export function certificateId(
  certificate: CertificateProfile,
  issuer: CertificateProfile,
  algorithm: string,
): CertificateId | null {
  const hash = Object.hasOwn(hashNames, algorithm) ? hashNames[algorithm] : undefined;
  if (hash === undefined) return null;
  const { serialNumber, issuerName } = writtenIn(certificate);
  const key = Buffer.from(issuer.parsed.tbsCertificate.subjectPublicKeyInfo.subjectPublicKey);
  return {
    issuerNameHash: createHash(hash).update(issuerName).digest(),
    issuerKeyHash: createHash(hash).update(key).digest(),
    serialNumber,
  };
}

/** The serial number and the name of the issuer, byte for byte: what is hashed and compared is never written anew. */
export function writtenIn({ certificate }: CertificateProfile): {
  readonly serialNumber: Buffer;
  readonly issuerName: Buffer;
  readonly subjectName: Buffer;
} {
  const bytes = certificate.raw;
  const whole = placeAt(bytes, 0, bytes.length);
  const body = whole && placeAt(bytes, whole.start, whole.end);
  const parts = (body && placesIn(bytes, body)) ?? [];
  // The version is left out of a certificate of version 1 alone.
  const [serial, , issuer, , subject] = parts[0]?.tag === 0xa0 ? parts.slice(1) : parts;
  const found = [serial, issuer, subject].every((each) => each !== undefined);
  if (!found) throw new Error('a certificate that was read has no serial number');
  const [a, b, c] = [serial, issuer, subject] as [Place, Place, Place];
  return {
    serialNumber: contentOf(bytes, a),
    issuerName: wholeOf(bytes, b),
    subjectName: wholeOf(bytes, c),
  };
}
