import type { Clock } from '../../base/time.ts';
import type { CertificateTrust, OfferedCertificates, Refused } from './model.ts';
import { type Holder, type HolderMapping, readHolder } from './read-holder.ts';
import type { Revocation, WhenUnanswered } from './revocation/open-revocation.ts';
import { verifyChain } from './verify-chain.ts';

/** What was agreed with those who issue certificates: whom to trust, how to read them, what holds when nobody answers for them. */
export type CertificateAgreement = CertificateTrust & {
  readonly holder: HolderMapping;
  readonly whenUnanswered: WhenUnanswered;
};

export type CertificateOutcome =
  | { readonly kind: 'proven'; readonly holder: Holder }
  | (Refused & {
      /** What kept responders and lists from answering, for the log. */
      readonly told?: readonly string[];
    });

/**
 * Whose certificate this is: issued under a trusted authority, for logins, valid now, not revoked, nor any authority between. Whoever opened
 * the TLS connection saw that the person holds its key.
 */
export async function verifyCertificate(
  offered: OfferedCertificates,
  agreement: CertificateAgreement,
  ports: { readonly clock: Clock; readonly revocation: Revocation },
): Promise<CertificateOutcome> {
  const at = ports.clock();
  const chain = verifyChain(offered, agreement, at);
  if (chain.kind === 'refused') return chain;
  const holder = readHolder(chain.leaf, agreement.holder, at);
  if (holder === null) return { kind: 'refused', code: 'certificate.holder' };
  const path = [chain.leaf, ...chain.issuers];
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[index + 1];
    if (!issuer) break;
    const standing = await ports.revocation.standingOf(certificate, issuer, agreement.whenUnanswered);
    if (standing.kind === 'revoked') return { kind: 'refused', code: 'certificate.revoked' };
    if (standing.kind === 'unknown')
      return { kind: 'refused', code: 'certificate.status-unknown', told: standing.told };
  }
  return { kind: 'proven', holder };
}
