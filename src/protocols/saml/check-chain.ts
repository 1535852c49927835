import type { X509Certificate } from 'node:crypto';
import { isStrongKey } from './algorithms.ts';
import { type CertificateProfile, readProfile } from './read-certificate.ts';
import { countWork } from './work.ts';

const MAX_CHAIN = 5;

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
 * Those of the offered certificates that may sign metadata: issued under an anchor for that use. RFC 5280 chapter 6, as far as the chains of
 * member states need it: each issuer really signed the next (not only bears its name), as the profile allows; may sign certificates; is
 * valid at this moment, with a strong key; no critical extension is passed over. An issuer with name constraints is not followed:
 * names mean nothing here, so there is nothing to hold them against. Revocation is not asked.
 * Chains are built from the anchors downwards: no key verifies anything before it is trusted itself, so a stranger's keys cost nothing.
 */
export function findTrusted(
  offered: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): readonly X509Certificate[] {
  const open = new Map(offered.map((certificate) => [certificate, readProfile(certificate)]));
  const trusted: X509Certificate[] = [];
  let issuers = anchors
    .map((certificate): Issuer | null => {
      const profile = readProfile(certificate);
      const isUsed = profile?.hasStrongKey && isCertificateValid(certificate, at);
      return isUsed && mayIssue(certificate, profile, true)
        ? { certificate, below: profile.pathLength ?? MAX_CHAIN }
        : null;
    })
    .filter((each) => each !== null);
  for (let length = 2; length <= MAX_CHAIN && issuers.length > 0; length += 1) {
    const next: Issuer[] = [];
    for (const issuer of issuers) {
      for (const [certificate, profile] of open) {
        if (!profile?.hasStrongKey || !isUsable(profile) || !isCertificateValid(certificate, at)) continue;
        if (!certificate.checkIssued(issuer.certificate)) continue;
        countWork('keyOperations');
        if (!certificate.verify(issuer.certificate.publicKey)) continue;
        open.delete(certificate);
        if (maySign(profile)) trusted.push(certificate);
        const below = Math.min(issuer.below - 1, profile.pathLength ?? MAX_CHAIN);
        if (below >= 0 && mayIssue(certificate, profile, false)) next.push({ certificate, below });
      }
    }
    issuers = next;
  }
  return trusted;
}

/** A trusted certificate that may issue others, with so many issuers between it and the signer. */
type Issuer = { readonly certificate: X509Certificate; readonly below: number };

/**
 * Whether a certificate is an anchor, or one that `findTrusted` finds among it and the others. An anchor was given by hand: of it, only
 * validity and key are looked at.
 */
export function isTrusted(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): boolean {
  if (anchors.some((anchor) => anchor.raw.equals(leaf.raw)))
    return isCertificateValid(leaf, at) && isStrongKey(leaf.publicKey);
  return findTrusted([leaf, ...others], anchors, at).includes(leaf);
}

/** Whether a certificate below an anchor is as the profile wants it. */
function isUsable(profile: CertificateProfile): boolean {
  if (!profile.isSignedAsAllowed || profile.hasUnknownCritical) return false;
  return profile.purposes === null || isForSealing(profile.purposes);
}

/** Whether its key usage lets it sign what is not a certificate. */
function maySign({ keyUsage }: CertificateProfile): boolean {
  return (
    keyUsage === null || keyUsage[usage.digitalSignature] === '1' || keyUsage[usage.contentCommitment] === '1'
  );
}

function isForSealing(purposes: readonly string[]): boolean {
  return (
    purposes.some((each) => sealing.includes(each)) && !purposes.some((each) => elsewhere.includes(each))
  );
}

/** Whether it may sign certificates. An anchor need not say so in its key usage; others must. */
function mayIssue(issuer: X509Certificate, profile: CertificateProfile, isAnchor: boolean): boolean {
  if (!issuer.ca || profile.hasNameConstraints || profile.hasUnknownCritical) return false;
  const { keyUsage } = profile;
  return keyUsage === null ? isAnchor : keyUsage[usage.keyCertSign] === '1';
}
