import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type CertificateKeyType, makeSelfSignedCertificate } from '../../protocols/saml/certificate.ts';
import type { KeyEntry, KeySet, KeyStage, KeyUse } from './key-set.ts';

const CERTIFICATE_YEARS = 3;
const EC: CertificateKeyType = { kind: 'ec', curve: 'P-256' };
const RSA: CertificateKeyType = { kind: 'rsa', bits: 3072 };

/** Uses that rotate. The hashing key finds people by their number: changing it needs every hash made again, so it stays. */
export const rotatingUses = [
  'oidc-rs256',
  'oidc-es256',
  'eidas-signing',
  'eidas-decryption-rsa',
  'eidas-decryption-ec',
  'sealing',
  'browser',
] as const satisfies readonly KeyUse[];

/** Makes one key of its use. EC wherever the standard leaves the choice: an RSA-3072 signature costs some 80 times more. */
export async function makeKey(use: KeyUse, stage: KeyStage, at: Date): Promise<KeyEntry> {
  const base = { id: `${use}-${randomBytes(6).toString('hex')}`, use, stage, createdAt: at.toISOString() };
  switch (use) {
    case 'oidc-rs256':
      return {
        ...base,
        material: pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
        certificate: null,
      };
    case 'oidc-es256':
      return {
        ...base,
        material: pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
        certificate: null,
      };
    case 'eidas-signing':
      return {
        ...base,
        ...(await certified('CN=Sluis eIDAS connector signing, C=BE', EC, 'signing', at)),
      };
    case 'eidas-decryption-ec':
      return {
        ...base,
        ...(await certified('CN=Sluis eIDAS connector key agreement, C=BE', EC, 'encryption', at)),
      };
    // Member states that only know key transport need an RSA key to encrypt to (Cryptographic Requirements 1.4, 2.3).
    case 'eidas-decryption-rsa':
      return {
        ...base,
        ...(await certified('CN=Sluis eIDAS connector key transport, C=BE', RSA, 'encryption', at)),
      };
    case 'sealing':
    case 'hashing':
    case 'browser':
      return { ...base, material: randomBytes(32).toString('base64'), certificate: null };
  }
}

async function certified(
  subject: string,
  keyType: CertificateKeyType,
  purpose: 'signing' | 'encryption',
  at: Date,
): Promise<{ material: string; certificate: string }> {
  const made = await makeSelfSignedCertificate({
    subject,
    keyType,
    purpose,
    years: CERTIFICATE_YEARS,
    at,
  });
  return { material: made.privateKeyPem, certificate: made.certificatePem };
}

function pem(key: { export(options: { type: 'pkcs8'; format: 'pem' }): string | Buffer }): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A whole new key set: a current key for each use. */
export async function makeKeySet(at: Date): Promise<KeySet> {
  const keys = [await makeKey('hashing', 'current', at)];
  for (const use of rotatingUses) keys.push(await makeKey(use, 'current', at));
  return { format: 1, keys };
}

/**
 * Rotates one use with overlap. The first rotation publishes a `next` key; the second makes it current and keeps the old one
 * as `previous`, dropping what was previous before. Sealing keeps every previous key, because old rows stay sealed with it.
 * The browser key has no overlap: logins under way at that moment begin again.
 */
export async function rotateKeys(set: KeySet, use: (typeof rotatingUses)[number], at: Date): Promise<KeySet> {
  const others = set.keys.filter((key) => key.use !== use);
  const mine = set.keys.filter((key) => key.use === use);
  if (use === 'browser') return { format: 1, keys: [...others, await makeKey(use, 'current', at)] };
  if (!mine.some((key) => key.stage === 'next')) {
    return { format: 1, keys: [...set.keys, await makeKey(use, 'next', at)] };
  }
  const kept = mine.filter((key) => use === 'sealing' || key.stage !== 'previous');
  const moved = kept.map((key) => ({
    ...key,
    stage: key.stage === 'next' ? ('current' as const) : ('previous' as const),
  }));
  return { format: 1, keys: [...others, ...moved] };
}
