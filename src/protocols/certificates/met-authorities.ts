import { hash } from 'node:crypto';
import { countWork } from '../saml/work.ts';
import { type CertificateProfile, readProfile } from './read-profile.ts';

/** Belgium has had some hundred authorities of citizens. */
const MOST = 256;

/**
 * Authorities between the trusted ones and people: browsers send the same few again and again. Each is read, and its issuer's signature
 * verified, once; whether it may issue at this moment is asked every time.
 */
export type MetAuthorities = {
  /** Reads what was sent, or gives what was read of the same bytes before; `null` of what is no certificate. */
  read(der: Uint8Array): CertificateProfile | null;
  /** Whether one authority carries the name of the other as its issuer, and its signature. Only one that is trusted itself may be asked about. */
  didIssue(issuer: CertificateProfile, issued: CertificateProfile): boolean;
};

/** Opens the memory of one agreement. Nothing comes into it but what one of its authorities signed: strangers cannot fill it. */
export function openMetAuthorities(): MetAuthorities {
  const met = new Map<string, CertificateProfile>();
  const issuers = new WeakMap<CertificateProfile, WeakSet<CertificateProfile>>();
  return {
    read: (der) => met.get(digestOf(der)) ?? readProfile(der),
    didIssue(issuer, issued) {
      const shown = issuers.get(issued);
      if (shown?.has(issuer)) return true;
      if (!didIssue(issuer, issued)) return false;
      issuers.set(issued, (shown ?? new WeakSet()).add(issuer));
      const [oldest] = met.size >= MOST ? met.keys() : [];
      if (oldest !== undefined) met.delete(oldest);
      met.set(digestOf(issued.certificate.raw), issued);
      return true;
    },
  };
}

/** Whether one certificate carries the name of the other as its issuer, and its signature. */
export function didIssue(issuer: CertificateProfile, issued: CertificateProfile): boolean {
  if (!issued.certificate.checkIssued(issuer.certificate)) return false;
  countWork('keyOperations');
  return issued.certificate.verify(issuer.certificate.publicKey);
}

function digestOf(der: Uint8Array): string {
  return hash('sha256', der, 'base64');
}
