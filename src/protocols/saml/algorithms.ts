import type { KeyObject } from 'node:crypto';

/**
 * What eIDAS Cryptographic Requirements 1.4 allow, and nothing else: a name that is not in these tables is refused,
 * it never falls back to a default.
 */
type SignatureAlgorithm = {
  readonly uri: string;
  readonly hash: Hash;
  readonly keyType: 'rsa' | 'ec';
};
export type Hash = 'sha256' | 'sha384' | 'sha512';

export const signatureAlgorithms = {
  'rsa-pss-sha256': {
    uri: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
    hash: 'sha256',
    keyType: 'rsa',
  },
  'rsa-pss-sha384': {
    uri: 'http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1',
    hash: 'sha384',
    keyType: 'rsa',
  },
  'rsa-pss-sha512': {
    uri: 'http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1',
    hash: 'sha512',
    keyType: 'rsa',
  },
  'ecdsa-sha256': {
    uri: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
    hash: 'sha256',
    keyType: 'ec',
  },
  'ecdsa-sha384': {
    uri: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384',
    hash: 'sha384',
    keyType: 'ec',
  },
  'ecdsa-sha512': {
    uri: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512',
    hash: 'sha512',
    keyType: 'ec',
  },
} as const satisfies Record<string, SignatureAlgorithm>;
export type XmlSignatureAlgorithm = keyof typeof signatureAlgorithms;

/** Digest URIs; also used for OAEP and ConcatKDF. */
export const digestUris: Readonly<Record<Hash, string>> = {
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
};

/** The digest of this URI; `null` when it is not allowed. */
export function hashOf(uri: string | null): Hash | null {
  return (Object.keys(digestUris) as Hash[]).find((hash) => digestUris[hash] === uri) ?? null;
}

/** The signature algorithm of this URI; `null` when it is not allowed. */
export function signatureAlgorithmOf(uri: string | null): XmlSignatureAlgorithm | null {
  const names = Object.keys(signatureAlgorithms) as XmlSignatureAlgorithm[];
  return names.find((name) => signatureAlgorithms[name].uri === uri) ?? null;
}

/** The curves of chapter 2.3, by OpenSSL name: object identifier (dotted and DER) and length of a coordinate in bytes. */
export const curves: Readonly<
  Record<string, { readonly oid: string; readonly der: string; readonly bytes: number }>
> = {
  prime256v1: { oid: '1.2.840.10045.3.1.7', der: '06082a8648ce3d030107', bytes: 32 },
  secp384r1: { oid: '1.3.132.0.34', der: '06052b81040022', bytes: 48 },
  secp521r1: { oid: '1.3.132.0.35', der: '06052b81040023', bytes: 66 },
  brainpoolP256r1: { oid: '1.3.36.3.3.2.8.1.1.7', der: '06092b2403030208010107', bytes: 32 },
  brainpoolP384r1: { oid: '1.3.36.3.3.2.8.1.1.11', der: '06092b240303020801010b', bytes: 48 },
  brainpoolP512r1: { oid: '1.3.36.3.3.2.8.1.1.13', der: '06092b240303020801010d', bytes: 64 },
};

const MINIMUM_RSA_BITS = 3072;
/** A key that is longer, or of a long exponent, makes each verification cost a hundred times as much, and is nobody's honest key. */
const MAXIMUM_RSA_BITS = 8192;
const MAXIMUM_EXPONENT = 2n ** 32n;

/** Whether a key is strong enough and of an allowed kind: RSA of 3072 to 8192 bits, or one of `curves`. */
export function isStrongKey(key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails;
  if (isRsa(key)) {
    const bits = details?.modulusLength ?? 0;
    const exponent = details?.publicExponent ?? 0n;
    return (
      bits >= MINIMUM_RSA_BITS && bits <= MAXIMUM_RSA_BITS && exponent > 1n && exponent <= MAXIMUM_EXPONENT
    );
  }
  return key.asymmetricKeyType === 'ec' && Object.hasOwn(curves, details?.namedCurve ?? '');
}

/** Whether a key can be used with the algorithm. */
export function fitsKey(algorithm: XmlSignatureAlgorithm, key: KeyObject): boolean {
  const wanted = signatureAlgorithms[algorithm].keyType;
  return isStrongKey(key) && (wanted === 'rsa' ? isRsa(key) : key.asymmetricKeyType === 'ec');
}

function isRsa(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss';
}
