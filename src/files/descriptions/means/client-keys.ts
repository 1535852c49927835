import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../../base/parse-json.ts';
import { isForSignatures, type OpenIdProvider } from '../../../domain/login-means/index.ts';

const SHORTEST_RSA_BITS = 2048;
const SIGNING_CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];
const MOST_KEYS = 20;

const keySet = z.object({
  keys: z
    .array(
      z.looseObject({
        kid: z.string().min(1).max(200),
        use: z.enum(['sig', 'enc']).optional(),
        alg: z.string().max(40).optional(),
      }),
    )
    .min(1)
    .max(MOST_KEYS),
});

/** One of our keys at a provider, without its private part. */
export type ClientKey = {
  readonly kid: string;
  readonly use: 'sig' | 'enc' | null;
  /** What the provider is given of it. */
  readonly publicJwk: JsonWebKey & { readonly kid: string };
  /** SHA-256 of the public key, as it stands in the audit trail. */
  readonly fingerprint: string;
  readonly signs: boolean;
  readonly opens: 'rsa' | 'ec' | null;
};

export type ReadClientKeys =
  | { readonly kind: 'read'; readonly keys: readonly ClientKey[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads a set of private keys (RFC 7517). A reason for refusing it never repeats what it holds. */
export function readClientKeys(text: string): ReadClientKeys {
  const read = keySet.safeParse(parseJson(text));
  if (!read.success)
    return { kind: 'refused', reason: 'must be a JWKS of 1 to 20 private keys, each with a "kid"' };
  const keys: ClientKey[] = [];
  for (const jwk of read.data.keys) {
    const key = readKey(jwk);
    if (key === null) {
      const reason = `key ${JSON.stringify(jwk.kid)} must be a private RSA key of at least ${SHORTEST_RSA_BITS} bits, or one on P-256, P-384, P-521, Ed25519 or X25519`;
      return { kind: 'refused', reason };
    }
    if (keys.some(({ kid }) => kid === key.kid))
      return { kind: 'refused', reason: `has two keys ${JSON.stringify(key.kid)}` };
    keys.push(key);
  }
  return { kind: 'read', keys };
}

/** What keeps keys from being enough for a provider; `null` when they are. */
export function lacksKey(
  keys: readonly ClientKey[],
  encryption: OpenIdProvider['encryption'],
): string | null {
  if (!keys.some((key) => key.signs))
    return 'has no key that can sign: one whose "use" and "alg" are not of encryption';
  const fits = (algorithm: string) => (algorithm.startsWith('RSA') ? 'rsa' : 'ec');
  const unmet = encryption?.keys.find((each) => !keys.some(({ opens }) => opens === fits(each)));
  return unmet === undefined ? null : `has no key that can open ${unmet}: one whose "use" is not "sig"`;
}

function readKey(jwk: z.infer<typeof keySet>['keys'][number]): ClientKey | null {
  const key = privateKey(jwk);
  const kind = key === null ? null : kindOf(key);
  if (key === null || kind === null) return null;
  const publicKey = createPublicKey(key);
  const use = jwk.use ?? null;
  const { kid, alg } = jwk;
  return {
    ...{ kid, use },
    publicJwk: {
      ...publicKey.export({ format: 'jwk' }),
      kid,
      ...(use ? { use } : {}),
      ...(alg ? { alg } : {}),
    },
    fingerprint: createHash('sha256')
      .update(publicKey.export({ format: 'der', type: 'spki' }))
      .digest('hex'),
    signs: use !== 'enc' && kind !== 'x25519' && (alg === undefined || isForSignatures(alg)),
    opens: use === 'sig' || kind === 'ed25519' ? null : kind === 'rsa' ? 'rsa' : 'ec',
  };
}

function privateKey(jwk: JsonWebKey): KeyObject | null {
  try {
    return createPrivateKey({ key: jwk, format: 'jwk' });
  } catch {
    // Not a private key at all.
    return null;
  }
}

function kindOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) {
  const { modulusLength = 0, namedCurve = '' } = asymmetricKeyDetails ?? {};
  if (asymmetricKeyType === 'rsa') return modulusLength >= SHORTEST_RSA_BITS ? 'rsa' : null;
  if (asymmetricKeyType === 'ec') return SIGNING_CURVES.includes(namedCurve) ? 'ec' : null;
  return asymmetricKeyType === 'ed25519' || asymmetricKeyType === 'x25519' ? asymmetricKeyType : null;
}
