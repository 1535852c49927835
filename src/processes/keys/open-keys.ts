import { createHmac, createPrivateKey, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { currentKey, type KeyEntry, type KeySet, type KeyUse, keysFor } from '../../domain/keys/index.ts';
import type { BrowserBinding, DeviceCookies } from '../../login/index.ts';
import type { EidasKeys } from '../../protocols/eidas/index.ts';
import type { OidcKey } from '../../protocols/oidc/index.ts';
import type { DecryptionKey, SigningKey } from '../../protocols/saml/keys.ts';
import { openDevices } from './open-devices.ts';

/** The keys of the store, as bytes. */
export type StoreKeys = {
  readonly sealing: { readonly current: StoreKey; readonly previous: readonly StoreKey[] };
  readonly hashing: { readonly key: Buffer };
};
type StoreKey = { readonly id: string; readonly key: Buffer };

export type OpenKeys = {
  readonly store: StoreKeys;
  readonly oidc: readonly OidcKey[];
  readonly eidas: EidasKeys;
  /** Keyed hash of the browser's secret: what is stored in its place. */
  bindBrowser(secret: string): BrowserBinding;
  /** How browsers are known again. */
  readonly devices: DeviceCookies;
  /** A key of its own for the tokens that guard forms, derived from the browser key. */
  readonly forms: KeyObject;
  /** The same for the challenges of passkeys. */
  readonly passkeys: KeyObject;
};

/** Turns the key file into keys that are ready to use; throws when one does not fit its use. */
export function openKeys(set: KeySet): OpenKeys {
  const browserBytes = bytes(currentKey(set, 'browser'));
  // Key objects: raw bytes would be taken in anew at every request, at six times the cost of the hash itself.
  const browser = createSecretKey(browserBytes);
  const derived = (use: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', browserBytes, '', `sluis ${use}`, 32)));
  const decryptionUses = ['eidas-decryption-rsa', 'eidas-decryption-ec'] as const satisfies readonly KeyUse[];
  const decryptionEntries = decryptionUses.flatMap((use) => keysFor(set, use));
  return {
    store: {
      sealing: {
        current: storeKey(currentKey(set, 'sealing')),
        // The next one too: a process that was restarted a moment earlier may already seal with it.
        previous: keysFor(set, 'sealing')
          .filter((key) => key.stage !== 'current')
          .map(storeKey),
      },
      hashing: { key: bytes(currentKey(set, 'hashing')) },
    },
    oidc: [
      ...keysFor(set, 'oidc-rs256').map((key) => oidcKey(key, 'RS256')),
      ...keysFor(set, 'oidc-es256').map((key) => oidcKey(key, 'ES256')),
    ],
    eidas: {
      signing: signingKey(currentKey(set, 'eidas-signing')),
      published: keysFor(set, 'eidas-signing').map(certificateOf),
      decryption: decryptionEntries.map(decryptionKey),
      encryptionCertificates: decryptionEntries.filter((key) => key.stage !== 'previous').map(certificateOf),
    },
    bindBrowser: (secret) =>
      createHmac('sha256', browser).update(secret).digest('base64url') as BrowserBinding,
    devices: openDevices(derived('devices')),
    forms: derived('forms'),
    passkeys: derived('passkeys'),
  };
}

function bytes(key: KeyEntry): Buffer {
  const material = Buffer.from(key.material, 'base64');
  if (material.length !== 32) throw new Error(`the key ${key.id} must be 32 bytes in base64`);
  return material;
}

function storeKey(key: KeyEntry): StoreKey {
  return { id: key.id, key: bytes(key) };
}

function oidcKey(key: KeyEntry, algorithm: OidcKey['algorithm']): OidcKey {
  const jwk = createPrivateKey(key.material).export({ format: 'jwk' });
  return {
    kid: key.id,
    algorithm,
    privateJwk: { ...jwk, kid: key.id, alg: algorithm, use: 'sig' },
    current: key.stage === 'current',
  };
}

function certificateOf(key: KeyEntry): string {
  if (key.certificate === null) throw new Error(`the key ${key.id} needs a certificate`);
  return key.certificate;
}

function signingKey(key: KeyEntry): SigningKey {
  const privateKey = createPrivateKey(key.material);
  const curve = privateKey.asymmetricKeyDetails?.namedCurve;
  const ec = curve === 'secp521r1' ? 'ecdsa-sha512' : curve === 'secp384r1' ? 'ecdsa-sha384' : 'ecdsa-sha256';
  return {
    privateKey,
    certificate: certificateOf(key),
    algorithm: curve === undefined ? 'rsa-pss-sha256' : ec,
  };
}

function decryptionKey(key: KeyEntry): DecryptionKey {
  return { privateKey: createPrivateKey(key.material), certificate: certificateOf(key) };
}
