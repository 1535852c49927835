// @peculiar/x509 resolves its parts through tsyringe, which needs this polyfill to be there first.
import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import { BasicConstraintsExtension, X509Certificate as ParsedCertificate } from '@peculiar/x509';
import { isStrongKey } from './algorithms.ts';

const MAX_CHAIN = 5;

/** Reads PEM or the base64 body of one; `null` when it is not a certificate. */
export function readCertificate(text: string): X509Certificate | null {
  try {
    const pem = text.includes('-----')
      ? text
      : `-----BEGIN CERTIFICATE-----\n${text.replace(/\s+/g, '')}\n-----END CERTIFICATE-----`;
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

/** Whether this moment lies in the certificate's validity. */
export function isCertificateValid(certificate: X509Certificate, at: Date): boolean {
  return certificate.validFromDate <= at && at < certificate.validToDate;
}

/**
 * Whether a certificate is a trust anchor or was issued under one: each issuer really signed the next (not only bears
 * its name), may sign certificates, is valid at this moment and has a strong key. RFC 5280 chapter 6, as far as
 * member states' metadata chains need it; revocation is not asked here.
 */
export function isTrusted(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): boolean {
  const usable = (certificate: X509Certificate) =>
    isCertificateValid(certificate, at) && isStrongKey(certificate.publicKey);
  const isAnchor = (certificate: X509Certificate) =>
    anchors.some((anchor) => anchor.raw.equals(certificate.raw));
  const climb = (certificate: X509Certificate, below: number): boolean => {
    if (!usable(certificate) || below >= MAX_CHAIN) return false;
    if (isAnchor(certificate)) return true;
    return [...anchors, ...others].some(
      (issuer) =>
        !issuer.raw.equals(certificate.raw) &&
        hasIssued(issuer, certificate, below) &&
        climb(issuer, below + 1),
    );
  };
  return climb(leaf, 0);
}

function hasIssued(issuer: X509Certificate, certificate: X509Certificate, casBelow: number): boolean {
  if (!issuer.ca || !certificate.checkIssued(issuer) || !certificate.verify(issuer.publicKey)) return false;
  const bound = new ParsedCertificate(issuer.raw).getExtension(BasicConstraintsExtension)?.pathLength;
  return bound === undefined || casBelow <= bound;
}
