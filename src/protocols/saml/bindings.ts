import type { KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { fitsKey, signatureAlgorithmOf, signatureAlgorithms } from './algorithms.ts';
import { decodeBase64 } from './base64.ts';
import type { SigningKey } from './keys.ts';
import { messageLimits } from './read-xml.ts';
import { isSignature, signBytes } from './signature-value.ts';

type Message = 'SAMLRequest' | 'SAMLResponse';

/** Longest RelayState, in bytes (SAML bindings 3.4.3). */
export const MAX_RELAY_STATE_BYTES = 80;

/**
 * The address of a signed message in the HTTP-Redirect binding (SAML bindings 3.4.4): the signature covers the query
 * exactly as it is written here.
 */
export function writeRedirect(
  message: Message,
  xml: string,
  wish: { readonly destination: string; readonly relayState: string | null; readonly signing: SigningKey },
): string {
  const { uri } = signatureAlgorithms[wish.signing.algorithm];
  const parts = [[message, deflateRawSync(Buffer.from(xml)).toString('base64')]];
  if (wish.relayState !== null) parts.push(['RelayState', wish.relayState]);
  parts.push(['SigAlg', uri]);
  const query = parts.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&');
  const value = signBytes(wish.signing.algorithm, wish.signing.privateKey, Buffer.from(query));
  const separator = wish.destination.includes('?') ? '&' : '?';
  return `${wish.destination}${separator}${query}&Signature=${encodeURIComponent(value.toString('base64'))}`;
}

/** A message as it stands in a query: the XML, and the means to check its signature once the sender is known. */
export type RedirectMessage = {
  readonly xml: Buffer;
  readonly relayState: string | null;
  isSignedBy(keys: readonly KeyObject[]): boolean;
};

/**
 * Reads a message from a raw query string. Each parameter at most once, in any order; the signature is checked over the
 * parameters exactly as they came, never re-encoded. `null` when it is not a signed message or inflates beyond the limit.
 */
export function readRedirect(message: Message, rawQuery: string): RedirectMessage | null {
  const raw = new Map<string, string>();
  for (const part of rawQuery.replace(/^\?/, '').split('&')) {
    const [name = '', value = ''] = splitOnce(part);
    if (raw.has(name)) return null;
    raw.set(name, value);
  }
  const other: Message = message === 'SAMLRequest' ? 'SAMLResponse' : 'SAMLRequest';
  const encoding = raw.get('SAMLEncoding');
  if (
    raw.has(other) ||
    (encoding && decode(encoding) !== 'urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE')
  )
    return null;
  const algorithm = signatureAlgorithmOf(decode(raw.get('SigAlg') ?? ''));
  const value = decodeBase64(decode(raw.get('Signature') ?? '') ?? '!');
  const xml = inflate(decode(raw.get(message) ?? '') ?? '!');
  const relayState = raw.has('RelayState') ? decode(raw.get('RelayState') ?? '') : null;
  if (!algorithm || !value?.length || !xml || Buffer.byteLength(relayState ?? '') > MAX_RELAY_STATE_BYTES)
    return null;
  const signed = [message, 'RelayState', 'SigAlg']
    .filter((name) => raw.has(name))
    .map((name) => `${name}=${raw.get(name)}`)
    .join('&');
  return {
    xml,
    relayState,
    isSignedBy: (keys) =>
      keys.some((key) => fitsKey(algorithm, key) && isSignature(algorithm, key, Buffer.from(signed), value)),
  };
}

/** The form fields of a message in the HTTP-POST binding (SAML bindings 3.5.4); the XML itself is signed. */
export function writePostFields(
  message: Message,
  xml: string,
  relayState: string | null,
): Readonly<Record<string, string>> {
  const fields = { [message]: Buffer.from(xml).toString('base64') };
  return relayState === null ? fields : { ...fields, RelayState: relayState };
}

function splitOnce(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value.replace(/\+/g, '%20'));
  } catch {
    return null;
  }
}

function inflate(value: string): Buffer | null {
  const packed = decodeBase64(value);
  if (!packed || packed.length === 0 || packed.length > messageLimits.bytes) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: messageLimits.bytes });
  } catch {
    return null;
  }
}
