import type { MeansFailure } from '../../../login/index.ts';

/** What a person can do something about, each with its own words. */
export const certificateFailures = [
  'none',
  'expired',
  'revoked',
  'signing',
  'unknown',
  'unasked',
  'busy',
] as const;
export type CertificateFailure = (typeof certificateFailures)[number];

/** The checks that have words of their own; of all others the certificate cannot be used here. */
const failures: Readonly<Record<string, CertificateFailure>> = {
  'certificate.missing': 'none',
  'certificate.expired': 'expired',
  'certificate.not-yet-valid': 'expired',
  'certificate.revoked': 'revoked',
  'certificate.for-signing': 'signing',
  'certificate.status-unknown': 'unasked',
};

/** Which words a failed check has. */
export function failureOf(code: string): CertificateFailure {
  return Object.hasOwn(failures, code) ? (failures[code] ?? 'unknown') : 'unknown';
}

/** How the login hears of it. */
export function meansFailureOf(failure: CertificateFailure): MeansFailure {
  if (failure === 'none') return 'cancelled';
  return failure === 'unasked' ? 'unavailable' : 'failed';
}
