import { isCertificateValid } from '../saml/check-chain.ts';
import { readProfile as readStrictProfile } from '../saml/read-certificate.ts';
import { isStrong, schemeOf } from './key-strength.ts';
import { didIssue } from './met-authorities.ts';
import type { CertificateRefusal, CertificateTrust, OfferedCertificates, Refused } from './model.ts';
import { type CertificateProfile, MAX_CERTIFICATE_BYTES, readProfile } from './read-profile.ts';

/** Certificates of a chain, the person's and the trusted authority's counted. Belgium has three. */
const MAX_CHAIN = 5;
const MAX_OTHERS = 4;

const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';

/** A certificate that is shown to be issued under a trusted authority. */
export type TrustedChain = {
  readonly kind: 'trusted';
  readonly leaf: CertificateProfile;
  /** Who issued it, who issued that one, and so on up to the authority that is trusted. */
  readonly issuers: readonly [CertificateProfile, ...CertificateProfile[]];
};

/**
 * RFC 5280 chapter 6, as far as the chains of cards and of private authorities need it: each issuer really signed the next, may issue, is valid
 * now and strong; the certificate of the person is for logins and nothing else. An authority with constraints on names or unknown critical
 * extensions is not followed. Chains are built from the trusted authorities downwards, so that no stranger's key verifies anything.
 */
export function verifyChain(
  offered: OfferedCertificates,
  trust: CertificateTrust,
  at: Date,
): TrustedChain | Refused {
  if (offered.leaf.length > MAX_CERTIFICATE_BYTES || offered.others.length > MAX_OTHERS)
    return refused('certificate.too-large');
  const leaf = readProfile(offered.leaf);
  if (leaf === null) return refused('certificate.malformed');
  const issuers = findIssuers(leaf, offered.others, trust, at);
  if (typeof issuers === 'string') return refused(issuers);
  const problem = problemOf(leaf, at);
  return problem ? refused(problem) : { kind: 'trusted', leaf, issuers };
}

/** What keeps a certificate that a trusted authority issued from proving who somebody is. */
function problemOf(leaf: CertificateProfile, at: Date): CertificateRefusal | null {
  const { certificate, keyUsage, purposes } = leaf;
  if (leaf.isAuthority || keyUsage?.includes('keyCertSign')) return 'certificate.is-authority';
  if (at < certificate.validFromDate) return 'certificate.not-yet-valid';
  if (!isCertificateValid(certificate, at)) return 'certificate.expired';
  if (!isStrong(certificate.publicKey)) return 'certificate.weak-key';
  if (!isSignedStrongly(leaf)) return 'certificate.weak-signature';
  if (leaf.hasUnknownCritical) return 'certificate.critical-extension';
  // The second certificate of a card makes signatures that bind like those by hand: it must never sign a challenge.
  if (!keyUsage?.includes('digitalSignature') || keyUsage.includes('nonRepudiation'))
    return 'certificate.for-signing';
  // Without the extension a certificate is for anything (RFC 5280, 4.2.1.12); Belgian cards of before 2014 have none.
  if (purposes !== null && !purposes.includes(CLIENT_AUTHENTICATION)) return 'certificate.purpose';
  return null;
}

/** An authority that is trusted, by whom, and how many others may stand between it and the person. */
type Issuer = {
  readonly path: TrustedChain['issuers'];
  readonly below: number;
};

/** Who issued the certificate, among those that are trusted or become so by the others; or why nobody did. */
function findIssuers(
  leaf: CertificateProfile,
  others: readonly Uint8Array[],
  trust: CertificateTrust,
  at: Date,
): TrustedChain['issuers'] | CertificateRefusal {
  const { met } = trust;
  const sent = others.map(met.read).filter((each) => each !== null);
  const open = new Set([...sent, ...trust.intermediates]);
  let isTooLong = false;
  let issuers = trust.authorities
    .filter((each) => mayIssue(each, at))
    .map((profile): Issuer => ({ path: [profile], below: profile.pathLength ?? MAX_CHAIN }));
  for (let length = 2; length <= MAX_CHAIN && issuers.length > 0; length += 1) {
    for (const { path, below } of issuers) {
      if (!didIssue(path[0], leaf)) continue;
      if (below >= 0) return path;
      isTooLong = true;
    }
    issuers = issuers.flatMap((issuer) =>
      [...open]
        .filter((each) => mayIssue(each, at) && isSignedStrongly(each) && met.didIssue(issuer.path[0], each))
        .map((profile): Issuer => {
          open.delete(profile);
          const below = Math.min(issuer.below - 1, profile.pathLength ?? MAX_CHAIN);
          return { path: [profile, ...issuer.path], below };
        }),
    );
  }
  return isTooLong ? 'certificate.chain-too-long' : 'certificate.not-trusted';
}

/** Whether an authority may sign certificates of people at this moment. */
function mayIssue(profile: CertificateProfile, at: Date): boolean {
  const { certificate, keyUsage, purposes } = profile;
  return (
    profile.isAuthority &&
    !profile.hasUnknownCritical &&
    (keyUsage === null || keyUsage.includes('keyCertSign')) &&
    (purposes === null || purposes.includes(CLIENT_AUTHENTICATION)) &&
    isCertificateValid(certificate, at) &&
    isStrong(certificate.publicKey)
  );
}

function isSignedStrongly({ certificate, parts }: CertificateProfile): boolean {
  const { signatureAlgorithm, signedAlgorithm } = parts;
  // The algorithm that was used, and the one that was signed (RFC 5280, 4.1.1.2).
  if (signedAlgorithm !== signatureAlgorithm) return false;
  return (
    schemeOf(signatureAlgorithm) !== null || (readStrictProfile(certificate)?.isSignedAsAllowed ?? false)
  );
}

function refused(code: CertificateRefusal): Refused {
  return { kind: 'refused', code };
}
