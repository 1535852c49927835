import type { X509Certificate } from 'node:crypto';
import { type CertificateProfile, readProfile } from './read-certificate.ts';
import { countWork } from './work.ts';

const MAX_CHAIN = 5;
/** Signatures that are tried for one signer: an honest chain needs one for each of its links. */
const MAX_TRIES = 12;

/** Bits of key usage (RFC 5280, 4.2.1.3). */
const usage = { digitalSignature: 0, contentCommitment: 1, keyCertSign: 5 } as const;
/** Purposes under which a seal over a document is made: any, document signing (RFC 9336 and what was used before it), e-mail. */
const sealing: readonly string[] = [
  '2.5.29.37.0',
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.5.5.7.3.4',
];
/** Purposes of keys that answer on the network or make other things than seals: such a key signs no metadata, whatever else it may. */
const elsewhere: readonly string[] = [
  '1.3.6.1.5.5.7.3.1',
  '1.3.6.1.5.5.7.3.3',
  '1.3.6.1.5.5.7.3.8',
  '1.3.6.1.5.5.7.3.9',
];

/** Whether this moment lies in the certificate's validity. */
export function isCertificateValid(certificate: X509Certificate, at: Date): boolean {
  return certificate.validFromDate <= at && at < certificate.validToDate;
}

/**
 * Whether a certificate is a trust anchor, or may sign metadata and was issued under one. RFC 5280 chapter 6, as far as the chains of
 * member states need it:
 * each issuer really signed the next (not only bears its name), as the profile allows; may sign certificates; is valid at this
 * moment, with a strong key; no critical extension is passed over. An issuer with name constraints is not followed: names mean nothing
 * here, so there is nothing to hold them against. Revocation is not asked. An anchor was given by hand: of it, only validity and key
 * are looked at.
 */
export function isTrusted(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): boolean {
  const profiles = new Map<X509Certificate, CertificateProfile | null>();
  const profileOf = (certificate: X509Certificate) => {
    const known = profiles.get(certificate);
    const profile = known === undefined ? readProfile(certificate) : known;
    profiles.set(certificate, profile);
    return profile;
  };
  const isAnchor = (certificate: X509Certificate) =>
    anchors.some((anchor) => anchor.raw.equals(certificate.raw));
  const seen = new Set<X509Certificate>();
  let tries = MAX_TRIES;
  const climb = (certificate: X509Certificate, below: number): boolean => {
    const profile = profileOf(certificate);
    if (below >= MAX_CHAIN || !profile?.hasStrongKey || !isCertificateValid(certificate, at)) return false;
    if (isAnchor(certificate)) return true;
    if (!isUsable(profile, below)) return false;
    seen.add(certificate);
    // Anchors first: then whatever else was offered costs nothing.
    return [...anchors, ...others].some((issuer) => {
      if (seen.has(issuer) || !mayIssue(issuer, profileOf(issuer), isAnchor(issuer), below)) return false;
      if (!certificate.checkIssued(issuer) || tries === 0) return false;
      tries -= 1;
      countWork('keyOperations');
      return certificate.verify(issuer.publicKey) && climb(issuer, below + 1);
    });
  };
  return climb(leaf, 0);
}

/** Whether a certificate between (or at the end of) a chain and its anchor is as the profile wants it. */
function isUsable(profile: CertificateProfile, below: number): boolean {
  if (!profile.isSignedAsAllowed || profile.hasUnknownCritical) return false;
  if (profile.purposes !== null && !isForSealing(profile.purposes)) return false;
  if (below > 0 || profile.keyUsage === null) return true;
  const { keyUsage } = profile;
  return keyUsage[usage.digitalSignature] === '1' || keyUsage[usage.contentCommitment] === '1';
}

function isForSealing(purposes: readonly string[]): boolean {
  return (
    purposes.some((each) => sealing.includes(each)) && !purposes.some((each) => elsewhere.includes(each))
  );
}

/** Whether the issuer may sign certificates, with so many issuers below it. An anchor need not say so in its key usage; others must. */
function mayIssue(
  issuer: X509Certificate,
  profile: CertificateProfile | null,
  isAnchor: boolean,
  below: number,
): boolean {
  if (!issuer.ca || !profile || profile.hasNameConstraints || profile.hasUnknownCritical) return false;
  if (profile.pathLength !== null && below > profile.pathLength) return false;
  const { keyUsage } = profile;
  return keyUsage === null ? isAnchor : keyUsage[usage.keyCertSign] === '1';
}
