import { X509Certificate } from 'node:crypto';
import type { Clock } from '../../base/time.ts';
import type { CertificateProvider } from '../../domain/login-means/index.ts';
import { openMetAuthorities } from './met-authorities.ts';
import type { CertificateTrust, OfferedCertificates, Refused } from './model.ts';
import { type Holder, mappingOf, readHolder } from './read-holder.ts';
import { readProfile } from './read-profile.ts';
import type { Revocation } from './revocation/open-revocation.ts';
import { verifyChain } from './verify-chain.ts';

/** What was agreed with those who issue certificates, ready for use. */
export type CertificateAgreement = CertificateTrust & Pick<CertificateProvider, 'mappings' | 'revocation'>;

export type CertificateOutcome =
  | { readonly kind: 'proven'; readonly holder: Holder }
  | (Refused & {
      /** What kept responders and lists from answering, for the log. */
      readonly told?: readonly string[];
    });

/** Reads the authorities of a provider. One that cannot be read, and so opens nothing, is left out: `doctor` tells of it. */
export function openAgreement(
  provider: Pick<CertificateProvider, 'authorities' | 'intermediates' | 'mappings' | 'revocation'>,
): CertificateAgreement {
  const read = (all: readonly string[]) => all.map(profileOfPem).filter((each) => each !== null);
  const { mappings, revocation } = provider;
  return {
    authorities: read(provider.authorities),
    intermediates: read(provider.intermediates),
    met: openMetAuthorities(),
    mappings,
    revocation,
  };
}

function profileOfPem(pem: string) {
  try {
    return readProfile(new X509Certificate(pem).raw);
  } catch {
    return null;
  }
}

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
  const mapping = mappingOf(chain.leaf, agreement.mappings);
  if (mapping === null) return { kind: 'refused', code: 'certificate.policy' };
  const holder = readHolder(chain.leaf, mapping, at);
  if (holder === null) return { kind: 'refused', code: 'certificate.holder' };
  let certificate = chain.leaf;
  for (const issuer of chain.issuers) {
    const standing = await ports.revocation.standingOf(certificate, issuer, agreement.revocation);
    if (standing.kind === 'revoked') return { kind: 'refused', code: 'certificate.revoked' };
    if (standing.kind === 'unknown')
      return { kind: 'refused', code: 'certificate.status-unknown', told: standing.told };
    certificate = issuer;
  }
  return { kind: 'proven', holder };
}
