import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, createLocalJWKSet, type JSONWebKeySet, type JWK } from 'jose';

export type SigningAlgorithm = 'RS256' | 'ES256';

/** A signing key. The current one of each algorithm signs; the others are published, so that tokens verify across a rotation. */
export type OidcKey = {
  readonly kid: string;
  readonly algorithm: SigningAlgorithm;
  readonly privateJwk: Readonly<Record<string, unknown>>;
  readonly current: boolean;
};

/** What the provider does with its keys besides signing ID tokens, which the library does itself. */
export type Keys = {
  /** Private keys for the library: the current ones first, because the first that fits signs. */
  readonly privateJwks: readonly JWK[];
  /** The published key set. */
  readonly published: JSONWebKeySet;
  /** A compact JWS of these claims, under the current key of this algorithm, with `kid` and this `typ` in its header. */
  sign(claims: object, algorithm: SigningAlgorithm, typ: string): Promise<string>;
  /** The payload of a JWS that one of our keys signed, expired or not; `null` of anything else. */
  verify(token: string): Promise<Readonly<Record<string, unknown>> | null>;
};

const LONGEST_TOKEN = 16_384;

/** Opens the keys; throws unless each algorithm has exactly one current key. */
export function openKeys(keys: readonly OidcKey[]): Keys {
  const ordered = [...keys].sort((one, other) => Number(other.current) - Number(one.current));
  const published = { keys: ordered.map(publicJwk) };
  const signing = { RS256: signingKey(keys, 'RS256'), ES256: signingKey(keys, 'ES256') };
  const keySet = createLocalJWKSet(published);
  return {
    privateJwks: ordered.map(
      (key) => ({ ...key.privateJwk, kid: key.kid, alg: key.algorithm, use: 'sig' }) as JWK,
    ),
    published,
    sign: (claims, algorithm, typ) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: algorithm, kid: signing[algorithm].kid, typ })
        .sign(signing[algorithm].key),
    async verify(token) {
      if (token.length > LONGEST_TOKEN) return null;
      try {
        const { payload } = await compactVerify(token, keySet, { algorithms: ['RS256', 'ES256'] });
        const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
        return typeof claims === 'object' && claims !== null && !Array.isArray(claims)
          ? (claims as Record<string, unknown>)
          : null;
      } catch {
        // Not a JWS, not ours, or not JSON: in each case not a token that we issued.
        return null;
      }
    },
  };
}

function signingKey(
  keys: readonly OidcKey[],
  algorithm: SigningAlgorithm,
): { readonly kid: string; readonly key: KeyObject } {
  const [key, another] = keys.filter((each) => each.current && each.algorithm === algorithm);
  if (!key || another) throw new Error(`exactly one current key must sign ${algorithm}`);
  return { kid: key.kid, key: createPrivateKey({ key: key.privateJwk as JWK, format: 'jwk' }) };
}

function publicJwk({ kid, algorithm, privateJwk }: OidcKey): JWK {
  const jwk = createPublicKey({ key: privateJwk as JWK, format: 'jwk' }).export({ format: 'jwk' });
  return { ...jwk, kid, alg: algorithm, use: 'sig' } as JWK;
}
