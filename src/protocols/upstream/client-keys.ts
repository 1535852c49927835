import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { parseJson } from '../../base/parse-json.ts';
import { isForSignatures } from '../../domain/login-means/index.ts';

const LONGEST = 65_536;

const keySchema = z
  .looseObject({
    kty: z.enum(['RSA', 'EC', 'OKP']),
    kid: z.string().min(1).max(300),
    alg: z.string().max(30).optional(),
    use: z.enum(['sig', 'enc']).optional(),
    d: z.string().min(1),
  })
  .readonly();
const setSchema = z.object({ keys: z.array(keySchema).min(1).max(20) });

/** A private key of ours that opens what a provider encrypted for us. */
export type OpeningKey = { readonly kid: string; readonly algorithm: string | null; readonly key: KeyObject };

/** Our private keys at a provider: the first that can sign signs, all that can decrypt do. */
export type ClientKeys = {
  readonly signing: { readonly kid: string; readonly key: CryptoKey };
  readonly opening: readonly OpeningKey[];
};

/** Reads the JWKS of our private keys at a provider; `null` when it is none, or holds no key that can sign. */
export async function readClientKeys(jwks: string): Promise<ClientKeys | null> {
  if (jwks.length > LONGEST) return null;
  const parsed = setSchema.safeParse(parseJson(jwks));
  if (!parsed.success) return null;
  const { keys } = parsed.data;
  const first = keys.find((key) => key.use !== 'enc' && signatureOf(key) !== null);
  if (first === undefined) return null;
  try {
    const key = await importJWK(first as JWK, signatureOf(first) ?? undefined);
    if (key instanceof Uint8Array) return null;
    const opening = keys
      .filter((each) => each.use !== 'sig')
      .map((each) => ({
        kid: each.kid,
        algorithm: each.use === 'enc' ? (each.alg ?? null) : null,
        key: createPrivateKey({ key: { ...each }, format: 'jwk' }),
      }));
    return { signing: { kid: first.kid, key }, opening };
  } catch {
    return null;
  }
}

const signatures: Readonly<Record<string, string>> = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
  Ed25519: 'EdDSA',
};

/** The signature that a key makes: as it says itself, or as its kind does; `null` of one that makes none. */
function signatureOf(key: z.infer<typeof keySchema>): string | null {
  if (key.alg !== undefined) return isForSignatures(key.alg) ? key.alg : null;
  if (key.kty === 'RSA') return 'RS256';
  return signatures[String(key.crv)] ?? null;
}
