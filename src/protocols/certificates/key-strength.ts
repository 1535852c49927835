import type { KeyObject } from 'node:crypto';
import { curves } from '../saml/algorithms.ts';

/** Belgian cards of before 2020 hold RSA keys of 2048 bits (SOG-IS Agreed Cryptographic Mechanisms: legacy, no longer made). */
const LEAST_RSA_BITS = 2048;
/** A longer key, or one of a long exponent, makes each verification dear, and is nobody's honest key. */
const MOST_RSA_BITS = 8192;
const LARGEST_EXPONENT = 2n ** 32n;

/** Signature algorithms of certificates, revocation lists and answers about them: RSA by PKCS #1 and ECDSA, with SHA-2. */
const hashes: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.11': { hash: 'sha256', keyType: 'rsa' },
  '1.2.840.113549.1.1.12': { hash: 'sha384', keyType: 'rsa' },
  '1.2.840.113549.1.1.13': { hash: 'sha512', keyType: 'rsa' },
  '1.2.840.10045.4.3.2': { hash: 'sha256', keyType: 'ec' },
  '1.2.840.10045.4.3.3': { hash: 'sha384', keyType: 'ec' },
  '1.2.840.10045.4.3.4': { hash: 'sha512', keyType: 'ec' },
};
export type SignatureScheme = {
  readonly hash: 'sha256' | 'sha384' | 'sha512';
  readonly keyType: 'rsa' | 'ec';
};

/** The scheme of an algorithm by its object identifier; `null` when it is weak, or not one of those that are taken. */
export function schemeOf(algorithm: string): SignatureScheme | null {
  return Object.hasOwn(hashes, algorithm) ? (hashes[algorithm] ?? null) : null;
}

/** Whether a key may prove who somebody is, or sign what is said about certificates. */
export function isStrong(key: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec') return Object.hasOwn(curves, namedCurve);
  const isRsa = key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss';
  return (
    isRsa &&
    modulusLength >= LEAST_RSA_BITS &&
    modulusLength <= MOST_RSA_BITS &&
    publicExponent > 1n &&
    publicExponent <= LARGEST_EXPONENT
  );
}
