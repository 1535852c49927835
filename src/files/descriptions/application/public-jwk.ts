import { createPublicKey } from 'node:crypto';
import { z } from 'zod';

const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth'];
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];
const SHORTEST_RSA_BITS = 2048;

/** A public key of an application (RFC 7517): RSA from 2048 bits or a NIST curve, without any private part. */
export const publicJwk = z
  .record(z.string(), z.unknown())
  .refine(
    (jwk) => !PRIVATE_PARTS.some((part) => part in jwk),
    'holds a private key: give the public part alone, and make a new key, for this one was shown',
  )
  .refine(
    isStrongPublicKey,
    `must be a public RSA key of at least ${SHORTEST_RSA_BITS} bits, or one on P-256, P-384 or P-521`,
  );

function isStrongPublicKey(jwk: Readonly<Record<string, unknown>>): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({ key: jwk, format: 'jwk' });
    if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= SHORTEST_RSA_BITS;
    return asymmetricKeyType === 'ec' && CURVES.includes(asymmetricKeyDetails?.namedCurve ?? '');
  } catch {
    // Not a key at all.
    return false;
  }
}
