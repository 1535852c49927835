import type { KeyObject } from 'node:crypto';
import type { XmlSignatureAlgorithm } from './algorithms.ts';

/** A key that signs; `certificate` is PEM and carries the public half. */
export type SigningKey = {
  readonly privateKey: KeyObject;
  readonly certificate: string;
  readonly algorithm: XmlSignatureAlgorithm;
};

/** A key that opens what was encrypted for us; never the one that signs (eIDAS Cryptographic Requirements 1.4, 2.4). */
export type DecryptionKey = { readonly privateKey: KeyObject; readonly certificate: string };

/** The base64 body of a PEM certificate, as `ds:X509Certificate` holds it. */
export function certificateBody(pem: string): string {
  return pem.replace(/-----(?:BEGIN|END) CERTIFICATE-----|\s+/g, '');
}
