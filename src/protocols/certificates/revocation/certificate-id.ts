import { createHash } from 'node:crypto';
import type { CertificateProfile } from '../read-profile.ts';

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
  const { serialNumber, issuerName } = certificate.parts;
  return {
    issuerNameHash: createHash(hash).update(issuerName).digest(),
    issuerKeyHash: createHash(hash).update(issuer.parts.subjectKey).digest(),
    serialNumber,
  };
}
