import { X509Certificate } from 'node:crypto';
import { isStrongKey } from './algorithms.ts';
import { type Der, onlyDer, readDer, readOid, tags } from './der.ts';
import { countWork } from './work.ts';

/** A certificate of a long chain's RSA-8192 key has 3 kB; one of 8 kB is not a certificate for metadata. */
const MAX_CERTIFICATE_BYTES = 8192;

/** Reads PEM or the base64 body of one; `null` when it is not a certificate, or an oversized one. */
export function readCertificate(text: string): X509Certificate | null {
  if (text.length > 2 * MAX_CERTIFICATE_BYTES) return null;
  try {
    const pem = text.includes('-----')
      ? text
      : `-----BEGIN CERTIFICATE-----\n${text.replace(/\s+/g, '')}\n-----END CERTIFICATE-----`;
    countWork('certificates');
    const certificate = new X509Certificate(pem);
    return certificate.raw.length <= MAX_CERTIFICATE_BYTES ? certificate : null;
  } catch {
    return null;
  }
}

/** What a certificate says about its use, as far as chains of metadata need it (RFC 5280, 4.2). */
export type CertificateProfile = {
  /** How its issuer signed it, when that is as eIDAS Cryptographic Requirements 1.4 allow: RSA-PSS or ECDSA, with SHA-2. */
  readonly isSignedAsAllowed: boolean;
  /** Whether its key is strong and of an allowed kind. */
  readonly hasStrongKey: boolean;
  /** Bits of key usage, the first one first; `null` without the extension. */
  readonly keyUsage: string | null;
  /** Purposes by object identifier; `null` without the extension. */
  readonly purposes: readonly string[] | null;
  /** Most certificates of issuers below it; `null` when it says none. */
  readonly pathLength: number | null;
  readonly hasNameConstraints: boolean;
  /** Whether it has a critical extension that is not looked at here: then it must not be used (RFC 5280, 4.2). */
  readonly hasUnknownCritical: boolean;
};

const extensions = {
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  extendedKeyUsage: '2.5.29.37',
} as const;
/** Beside those above: alternative names and policies, which restrict nothing that matters here. */
const harmless: readonly string[] = ['2.5.29.17', '2.5.29.18', '2.5.29.32', '2.5.29.14', '2.5.29.35'];

const ECDSA_SHA2 = /^1\.2\.840\.10045\.4\.3\.[234]$/;
const RSA_PSS = '1.2.840.113549.1.1.10';
/** SHA-256, SHA-384, SHA-512. */
const SHA2 = /^2\.16\.840\.1\.101\.3\.4\.2\.[123]$/;

/** Reads the profile; `null` when the certificate is not well-formed DER, or has an extension twice. */
export function readProfile(certificate: X509Certificate): CertificateProfile | null {
  const whole = onlyDer(certificate.raw, tags.sequence);
  const [body, algorithm] = (whole && readDer(whole)) ?? [];
  const parts = body && readDer(body.content);
  const found = parts && readExtensions(parts);
  if (!found || !algorithm) return null;
  const basic = found.get(extensions.basicConstraints)?.value;
  const unknown = [...found].some(
    ([oid, { isCritical }]) =>
      isCritical && !Object.values(extensions).some((known) => known === oid) && !harmless.includes(oid),
  );
  return {
    isSignedAsAllowed: isAllowedSignature(algorithm.content),
    hasStrongKey: isStrongKey(certificate.publicKey),
    keyUsage: readBits(found.get(extensions.keyUsage)?.value),
    purposes: readPurposes(found.get(extensions.extendedKeyUsage)?.value),
    pathLength: basic ? readPathLength(basic) : null,
    hasNameConstraints: found.has(extensions.nameConstraints),
    hasUnknownCritical: unknown,
  };
}

type Extension = { readonly isCritical: boolean; readonly value: Buffer };

function readExtensions(body: readonly Der[]): ReadonlyMap<string, Extension> | null {
  const found = new Map<string, Extension>();
  const holder = body.find((each) => each.tag === tags.context3);
  if (!holder) return found;
  const list = onlyDer(holder.content, tags.sequence);
  for (const each of (list && readDer(list)) ?? []) {
    const [oid, ...rest] = readDer(each.content) ?? [];
    const value = rest.at(-1);
    if (oid?.tag !== tags.oid || value?.tag !== tags.octets) return null;
    const name = readOid(oid.content);
    if (found.has(name)) return null;
    const isCritical = rest.some((one) => one.tag === tags.boolean && one.content[0] !== 0);
    found.set(name, { isCritical, value: value.content });
  }
  return found;
}

function isAllowedSignature(algorithm: Buffer): boolean {
  const [oid, parameters] = readDer(algorithm) ?? [];
  if (oid?.tag !== tags.oid) return false;
  const name = readOid(oid.content);
  if (name !== RSA_PSS) return ECDSA_SHA2.test(name);
  // RFC 4055, 3.1: what is left out is SHA-1.
  const hash = parameters && readDer(parameters.content)?.find((each) => each.tag === tags.context0);
  const identifier = hash && onlyDer(hash.content, tags.sequence);
  const [hashOid] = (identifier && readDer(identifier)) ?? [];
  return hashOid?.tag === tags.oid && SHA2.test(readOid(hashOid.content));
}

function readBits(value: Buffer | undefined): string | null {
  if (!value) return null;
  const bits = onlyDer(value, tags.bits);
  return [...(bits ?? []).slice(1)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

function readPurposes(value: Buffer | undefined): readonly string[] | null {
  if (!value) return null;
  const list = onlyDer(value, tags.sequence);
  return ((list && readDer(list)) ?? []).map((each) => readOid(each.content));
}

function readPathLength(basic: Buffer): number | null {
  const list = onlyDer(basic, tags.sequence);
  const length = list && readDer(list)?.find((each) => each.tag === tags.integer);
  if (!length) return null;
  return length.content.length === 1 ? (length.content[0] ?? 0) : 0;
}
