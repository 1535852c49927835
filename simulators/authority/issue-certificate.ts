// @peculiar/x509 resolves its parts through tsyringe, which needs this polyfill to be there first.
import 'reflect-metadata';
import { createPrivateKey, type KeyObject, webcrypto } from 'node:crypto';
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { DAY } from '../../src/base/time.ts';

export {
  Extension,
  KeyUsageFlags,
  SubjectAlternativeNameExtension as SubjectAlternativeName,
  X509CrlGenerator,
} from '@peculiar/x509';

const { subtle } = webcrypto;

/** A certificate and its private key. */
export type Issued = {
  readonly certificate: X509Certificate;
  readonly key: webcrypto.CryptoKey;
  readonly privateKey: KeyObject;
};

export type KeyKind = 'P-256' | 'P-384' | 'RSA-2048' | 'RSA-1024';

/** What a certificate shall say. Left out: a good certificate for logins, valid from the day before `at` for three years. */
export type CertificateWish = {
  readonly subject: JsonName;
  readonly at: Date;
  readonly issuer?: Issued | null;
  readonly days?: readonly [from: number, until: number];
  readonly keyKind?: KeyKind;
  readonly authority?: { readonly pathLength?: number } | null;
  readonly usage?: KeyUsageFlags;
  readonly purposes?: readonly string[] | null;
  readonly policies?: readonly string[];
  readonly responder?: string | null;
  readonly list?: string | null;
  readonly serialNumber?: string;
  readonly more?: readonly Extension[];
  /** A key that exists, so that two certificates share it. */
  readonly keys?: Issued;
};

export const purposes = {
  client: '1.3.6.1.5.5.7.3.2',
  server: '1.3.6.1.5.5.7.3.1',
  email: '1.3.6.1.5.5.7.3.4',
  ocsp: '1.3.6.1.5.5.7.3.9',
} as const;

/** Makes a key and its certificate, as wished: also one that no good authority would sign. */
export async function issueCertificate(wish: CertificateWish): Promise<Issued> {
  const keys = wish.keys
    ? { privateKey: wish.keys.key, publicKey: await wish.keys.certificate.publicKey.export() }
    : await makeKeys(wish.keyKind ?? 'P-256');
  const issuer = wish.issuer ?? null;
  const [from, until] = wish.days ?? [-1, 3 * 365];
  const signingKey = issuer?.key ?? keys.privateKey;
  const certificate = await X509CertificateGenerator.create({
    subject: wish.subject,
    issuer: issuer?.certificate.subjectName.toJSON() ?? wish.subject,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: signingAlgorithm(signingKey),
    notBefore: new Date(wish.at.getTime() + from * DAY),
    notAfter: new Date(wish.at.getTime() + until * DAY),
    serialNumber:
      wish.serialNumber ??
      Buffer.from(webcrypto.getRandomValues(new Uint8Array(12)))
        .toString('hex')
        .replace(/^[89a-f]/, '4'),
    extensions: await extensionsOf(wish, keys.publicKey, issuer),
  });
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey));
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return { certificate, key: keys.privateKey, privateKey };
}

async function extensionsOf(
  wish: CertificateWish,
  publicKey: webcrypto.CryptoKey,
  issuer: Issued | null,
): Promise<Extension[]> {
  const isAuthority = wish.authority !== undefined && wish.authority !== null;
  const usage = isAuthority
    ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign
    : KeyUsageFlags.digitalSignature;
  const asked =
    wish.purposes === undefined && !isAuthority ? [purposes.client, purposes.email] : wish.purposes;
  return [
    new BasicConstraintsExtension(isAuthority, wish.authority?.pathLength, true),
    new KeyUsagesExtension(wish.usage ?? usage, true),
    await SubjectKeyIdentifierExtension.create(publicKey),
    ...(issuer
      ? [await AuthorityKeyIdentifierExtension.create(await issuer.certificate.publicKey.export())]
      : []),
    ...(asked ? [new ExtendedKeyUsageExtension([...asked])] : []),
    ...(wish.policies ? [new CertificatePolicyExtension([...wish.policies])] : []),
    ...(wish.responder ? [new AuthorityInfoAccessExtension({ ocsp: wish.responder })] : []),
    ...(wish.list ? [new CRLDistributionPointsExtension([wish.list])] : []),
    ...(wish.more ?? []),
  ];
}

/** Reads a kept certificate and its key back. */
export async function openIssued(kept: {
  readonly certificate: string;
  readonly key: string;
}): Promise<Issued> {
  const privateKey = createPrivateKey(kept.key);
  const certificate = new X509Certificate(kept.certificate);
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const algorithm = {
    name: 'ECDSA',
    namedCurve: privateKey.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'P-384' : 'P-256',
  };
  return { certificate, privateKey, key: await subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']) };
}

/** A certificate and its key as text, to be kept. */
export function writeIssued({ certificate, privateKey }: Issued): {
  readonly certificate: string;
  readonly key: string;
} {
  return {
    certificate: certificate.toString('pem'),
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

function makeKeys(kind: KeyKind): Promise<webcrypto.CryptoKeyPair> {
  if (kind === 'P-256' || kind === 'P-384')
    return subtle.generateKey({ name: 'ECDSA', namedCurve: kind }, true, ['sign', 'verify']);
  const modulusLength = kind === 'RSA-1024' ? 1024 : 2048;
  const publicExponent = new Uint8Array([1, 0, 1]);
  return subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent, hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  );
}

function signingAlgorithm(key: webcrypto.CryptoKey) {
  return key.algorithm.name === 'ECDSA'
    ? { name: 'ECDSA', hash: 'SHA-256' }
    : { name: key.algorithm.name, hash: 'SHA-256' };
}
