import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  type KeyEntry,
  type KeySet,
  type KeyStage,
  type KeyUse,
  newKeySet,
} from '../../domain/keys/index.ts';
import { type CertificateKeyType, makeSelfSignedCertificate } from '../../protocols/saml/certificate.ts';

const CERTIFICATE_YEARS = 3;
const EC: CertificateKeyType = { kind: 'ec', curve: 'P-256' };
const RSA: CertificateKeyType = { kind: 'rsa', bits: 3072 };

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
export function makeKeySet(at: Date): Promise<KeySet> {
  return newKeySet((use, stage) => makeKey(use, stage, at));
}
