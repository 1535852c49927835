import { generateKeyPair, type JsonWebKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readKept, writeKept } from '../ground/kept-file.ts';

/** A private key as a JWK, with what it is for. */
export type PrivateJwk = JsonWebKey & {
  readonly kid: string;
  readonly use: 'sig' | 'enc';
  readonly alg: string;
};

/** The keys that a simulated provider begins with, and those that Sluis has at it. */
export type ProviderKeys = { readonly own: PrivateJwk; readonly client: readonly PrivateJwk[] };
type Kept = { readonly federal: ProviderKeys; readonly organisation: ProviderKeys };

const generate = promisify(generateKeyPair);

/** Reads the keys from `<folder>/login-providers.json`, or makes them there once. */
export async function readOrMakeProviderKeys(folder: string): Promise<Kept> {
  const file = join(folder, 'login-providers.json');
  const kept = await readKept<Kept>(file, 'the simulated providers make new keys');
  if (kept !== null) return kept;
  const made: Kept = {
    federal: { own: await makeSigningKey('RS256'), client: [await makeSigningKey('ES256')] },
    organisation: {
      own: await makeSigningKey('ES256'),
      client: [await makeSigningKey('ES256'), await makeEcKey('enc', 'ECDH-ES')],
    },
  };
  await writeKept(file, made);
  return made;
}

/** A key of the kind that a provider signs with. */
export async function makeSigningKey(algorithm: 'RS256' | 'ES256'): Promise<PrivateJwk> {
  if (algorithm === 'ES256') return makeEcKey('sig', algorithm);
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  return named(privateKey.export({ format: 'jwk' }), 'sig', algorithm);
}

async function makeEcKey(use: PrivateJwk['use'], algorithm: string): Promise<PrivateJwk> {
  const { privateKey } = await generate('ec', { namedCurve: 'P-256' });
  return named(privateKey.export({ format: 'jwk' }), use, algorithm);
}

function named(jwk: JsonWebKey, use: PrivateJwk['use'], alg: string): PrivateJwk {
  return { ...jwk, kid: randomBytes(8).toString('hex'), use, alg };
}

/** The public half of a key. */
export function publicHalf({
  kty,
  crv,
  x,
  y,
  n,
  e,
  kid,
  use,
  alg,
}: PrivateJwk): JsonWebKey & { kid: string } {
  const parts = { kty, crv, x, y, n, e, kid, use, alg };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
}
