import { randomBytes, webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { readKept, writeKept } from '../ground/kept-file.ts';

/** What the demo applications prove themselves with: a shared secret for KLIP, a key pair for GIPOD. */
export type ApplicationSecrets = {
  readonly klip: { readonly secret: string };
  readonly gipod: {
    readonly key: webcrypto.CryptoKey;
    readonly keyId: string;
    /** The public half, for the `jwks` of the application's description. */
    readonly publicJwk: Readonly<Record<string, unknown>>;
  };
};

type Kept = {
  readonly klipSecret: string;
  readonly gipodKey: webcrypto.JsonWebKey;
  readonly gipodKeyId: string;
};

const { subtle } = webcrypto;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Reads the secrets from `<folder>/applications.json`, or makes them there once: never the same in two places. */
export async function readOrMakeSecrets(folder: string): Promise<ApplicationSecrets> {
  const file = join(folder, 'applications.json');
  const kept = (await readKept<Kept>(file, 'the applications make new secrets')) ?? (await makeKept(file));
  const { kty, crv, x, y } = kept.gipodKey;
  return {
    klip: { secret: kept.klipSecret },
    gipod: {
      key: await subtle.importKey('jwk', kept.gipodKey, algorithm, false, ['sign']),
      keyId: kept.gipodKeyId,
      publicJwk: { kty, crv, x, y, kid: kept.gipodKeyId, use: 'sig', alg: 'ES256' },
    },
  };
}

async function makeKept(file: string): Promise<Kept> {
  const pair = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const kept: Kept = {
    klipSecret: randomBytes(32).toString('base64url'),
    gipodKey: await subtle.exportKey('jwk', pair.privateKey),
    gipodKeyId: `gipod-${randomBytes(4).toString('hex')}`,
  };
  await writeKept(file, kept);
  return kept;
}
