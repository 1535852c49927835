import type { MetAuthorities } from './met-authorities.ts';
import type { CertificateProfile } from './read-profile.ts';

/** Why a client certificate is not taken. Codes reach logs and the trail; words for people are chosen by `web`. */
export type CertificateRefusal =
  | 'certificate.missing'
  | 'certificate.forged'
  | 'certificate.too-large'
  | 'certificate.malformed'
  | 'certificate.not-trusted'
  | 'certificate.chain-too-long'
  | 'certificate.expired'
  | 'certificate.not-yet-valid'
  | 'certificate.weak-key'
  | 'certificate.weak-signature'
  | 'certificate.is-authority'
  | 'certificate.for-signing'
  | 'certificate.purpose'
  | 'certificate.policy'
  | 'certificate.critical-extension'
  | 'certificate.revoked'
  | 'certificate.status-unknown'
  | 'certificate.holder';

/** What a person's browser or a proxy handed over: the certificate of the person first, the rest in any order. DER, unread. */
export type OfferedCertificates = { readonly leaf: Uint8Array; readonly others: readonly Uint8Array[] };

/** Whom was agreed to trust: authorities as they are, whoever issued them, and those between that a browser may not send. */
export type CertificateTrust = {
  readonly authorities: readonly CertificateProfile[];
  readonly intermediates: readonly CertificateProfile[];
  readonly met: MetAuthorities;
};

export type Refused = { readonly kind: 'refused'; readonly code: CertificateRefusal };
