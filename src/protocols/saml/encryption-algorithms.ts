import type { Hash } from './algorithms.ts';
import { namespaces } from './namespaces.ts';

/** Content encryption: AES-GCM only (eIDAS Cryptographic Requirements 1.4, 2.3.1). Key length in bytes by URI. */
export const contentAlgorithms = {
  'aes128-gcm': { uri: `${namespaces.encryption11}aes128-gcm`, bytes: 16 },
  'aes192-gcm': { uri: `${namespaces.encryption11}aes192-gcm`, bytes: 24 },
  'aes256-gcm': { uri: `${namespaces.encryption11}aes256-gcm`, bytes: 32 },
} as const;
export type ContentAlgorithm = keyof typeof contentAlgorithms;

/** Key wrap after key agreement (2.3.3). */
export const wrapAlgorithms = {
  'kw-aes128': { uri: `${namespaces.encryption}kw-aes128`, bytes: 16, cipher: 'id-aes128-wrap' },
  'kw-aes256': { uri: `${namespaces.encryption}kw-aes256`, bytes: 32, cipher: 'id-aes256-wrap' },
} as const;
export type WrapAlgorithm = keyof typeof wrapAlgorithms;

/** Key transport (2.3.2), and the older one that only peers of 1.2 and 1.3 may still use. */
export const RSA_OAEP = `${namespaces.encryption11}rsa-oaep`;
export const RSA_OAEP_MGF1P = `${namespaces.encryption}rsa-oaep-mgf1p`;
export const ECDH_ES = `${namespaces.encryption11}ECDH-ES`;
export const CONCAT_KDF = `${namespaces.encryption11}ConcatKDF`;

/** Mask generation functions by URI. */
export const mgfUris: Readonly<Record<Hash, string>> = {
  sha256: `${namespaces.encryption11}mgf1sha256`,
  sha384: `${namespaces.encryption11}mgf1sha384`,
  sha512: `${namespaces.encryption11}mgf1sha512`,
};

/** The hash of a mask generation function; `null` when it is not allowed. */
export function mgfOf(uri: string | null): Hash | null {
  return (Object.keys(mgfUris) as Hash[]).find((hash) => mgfUris[hash] === uri) ?? null;
}
