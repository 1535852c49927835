// @peculiar/x509 resolves its parts through tsyringe, which needs this polyfill to be there first.
import 'reflect-metadata';
import { createPrivateKey, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { DAY } from '../../base/time.ts';

export type CertificateKeyType =
  | { readonly kind: 'ec'; readonly curve: 'P-256' | 'P-384' | 'P-521' }
  | { readonly kind: 'rsa'; readonly bits: 2048 | 3072 | 4096 };

export type IssuedCertificate = { readonly privateKeyPem: string; readonly certificatePem: string };

const { subtle } = webcrypto;

/** What a key is for. RFC 5280, 4.2.1.3: an RSA key transports keys, an EC key agrees on them. */
type CertificatePurpose = 'signing' | 'encryption' | 'issuing';

/**
 * Makes a key pair and its certificate: self-signed, or signed by `issuer`. `subject` is an RFC 4514 name such as
 * `CN=Sluis signing,C=BE`; valid from the day before `at` for `years`; with `ca` the certificate may sign others, and nothing else.
 * Otherwise it is for one purpose, signing when nothing is said (Cryptographic Requirements 1.4, 2.4).
 */
export async function makeSelfSignedCertificate(wish: {
  readonly subject: string;
  readonly keyType: CertificateKeyType;
  readonly years: number;
  readonly at: Date;
  readonly ca?: boolean;
  readonly purpose?: 'signing' | 'encryption';
  readonly issuer?: IssuedCertificate;
}): Promise<IssuedCertificate> {
  const keys = await generateKeys(wish.keyType);
  const issuer = wish.issuer ? await openIssuer(wish.issuer) : null;
  const certificate = await X509CertificateGenerator.create({
    subject: wish.subject,
    issuer: issuer?.subject ?? wish.subject,
    publicKey: keys.publicKey,
    signingKey: issuer?.key ?? keys.privateKey,
    signingAlgorithm: issuer?.algorithm ?? signatureBy(wish.keyType),
    notBefore: new Date(wish.at.getTime() - DAY),
    notAfter: new Date(wish.at.getTime() + wish.years * 365 * DAY),
    extensions: [
      new BasicConstraintsExtension(wish.ca ?? false, undefined, true),
      new KeyUsagesExtension(usageOf(wish.ca ? 'issuing' : (wish.purpose ?? 'signing'), wish.keyType), true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey));
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return {
    privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certificatePem: certificate.toString('pem'),
  };
}

function usageOf(purpose: CertificatePurpose, keyType: CertificateKeyType): KeyUsageFlags {
  if (purpose === 'issuing') return KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;
  if (purpose === 'signing') return KeyUsageFlags.digitalSignature;
  return keyType.kind === 'rsa' ? KeyUsageFlags.keyEncipherment : KeyUsageFlags.keyAgreement;
}

async function generateKeys(type: CertificateKeyType): Promise<webcrypto.CryptoKeyPair> {
  if (type.kind === 'ec') {
    return await subtle.generateKey({ name: 'ECDSA', namedCurve: type.curve }, true, ['sign', 'verify']);
  }
  const publicExponent = new Uint8Array([1, 0, 1]);
  return await subtle.generateKey(
    { name: 'RSA-PSS', modulusLength: type.bits, publicExponent, hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  );
}

function signatureBy(
  type: CertificateKeyType,
): webcrypto.EcdsaParams | (webcrypto.RsaPssParams & { hash: string }) {
  return type.kind === 'ec'
    ? { name: 'ECDSA', hash: 'SHA-256' }
    : { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 };
}

async function openIssuer(issuer: IssuedCertificate) {
  const privateKey = createPrivateKey(issuer.privateKeyPem);
  const curve = privateKey.asymmetricKeyDetails?.namedCurve;
  const names: Readonly<Record<string, 'P-256' | 'P-384' | 'P-521'>> = {
    prime256v1: 'P-256',
    secp384r1: 'P-384',
    secp521r1: 'P-521',
  };
  const known = curve ? names[curve] : undefined;
  const type: CertificateKeyType = known ? { kind: 'ec', curve: known } : { kind: 'rsa', bits: 3072 };
  const imported =
    type.kind === 'ec' ? { name: 'ECDSA', namedCurve: type.curve } : { name: 'RSA-PSS', hash: 'SHA-256' };
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  return {
    subject: new X509Certificate(issuer.certificatePem).subject,
    key: await subtle.importKey('pkcs8', pkcs8, imported, false, ['sign']),
    algorithm: signatureBy(type),
  };
}
