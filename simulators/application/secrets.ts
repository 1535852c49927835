import { randomBytes, webcrypto } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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
  const kept = (await readKept(file)) ?? (await makeKept(folder, file));
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

async function readKept(file: string): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`${file} cannot be read; remove it and the applications make new secrets`, {
      cause: error,
    });
  }
}

async function makeKept(folder: string, file: string): Promise<Kept> {
  const pair = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const kept: Kept = {
    klipSecret: randomBytes(32).toString('base64url'),
    gipodKey: await subtle.exportKey('jwk', pair.privateKey),
    gipodKeyId: `gipod-${randomBytes(4).toString('hex')}`,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(kept, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return kept;
}
