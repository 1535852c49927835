import { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Shown } from '../reception/reception.ts';

/** Headers in which a proxy tells the certificate that it was shown (RFC 9440). Whatever it is that writes them, these are their names. */
const CERTIFICATE = 'client-cert';
const CHAIN = 'client-cert-chain';

/** How a proxy writes a certificate: as RFC 9440 says, as nginx escapes PEM, or as HAProxy writes DER in base64. */
export type ForwardedForm = 'rfc9440' | 'nginx' | 'haproxy';

const LONGEST = 12_000;
const MOST_OTHERS = 4;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

export type ForwardedProxies = {
  /** Addresses and networks of those whose word counts. */
  readonly proxies: readonly string[];
  readonly form: ForwardedForm;
};

/** What stood in the headers: nothing; the word of somebody who is not a proxy of ours; or what a proxy was shown. */
export type Forwarded =
  | { readonly kind: 'none' }
  | { readonly kind: 'forged' }
  | { readonly kind: 'told'; readonly shown: Shown };

/** Takes the headers of certificates out of requests, before anything else reads them. */
export function openForwarded({ proxies, form }: ForwardedProxies): (request: IncomingMessage) => Forwarded {
  const list = listOf(proxies);
  return (request) => {
    const values = takeOut(request);
    if (!isListed(list, request.socket.remoteAddress)) {
      return { kind: values.certificate.length + values.chain.length > 0 ? 'forged' : 'none' };
    }
    return { kind: 'told', shown: readForwarded(values, form) };
  };
}

type Values = { readonly certificate: readonly string[]; readonly chain: readonly string[] };

/** Removes both headers from everything that a request is read by, and answers with all their values. */
function takeOut(request: IncomingMessage): Values {
  const found: Record<string, string[]> = { [CERTIFICATE]: [], [CHAIN]: [] };
  // Node makes these two from the raw ones when they are first read, and counts on those being as many as came.
  const { headers, headersDistinct, rawHeaders } = request;
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    const values = found[(rawHeaders[at] ?? '').toLowerCase()];
    if (!values) continue;
    values.unshift(rawHeaders[at + 1] ?? '');
    rawHeaders.splice(at, 2);
  }
  for (const name of [CERTIFICATE, CHAIN]) {
    delete headers[name];
    delete headersDistinct[name];
  }
  return { certificate: found[CERTIFICATE] ?? [], chain: found[CHAIN] ?? [] };
}

/**
 * Reads what a proxy wrote. It writes each header once: one that stands there twice was sent by somebody else beside it, and then
 * nobody knows which is whose.
 */
export function readForwarded({ certificate, chain }: Values, form: ForwardedForm): Shown {
  const [written = ''] = certificate;
  if (certificate.length > 1 || chain.length > 1) return { kind: 'refused', code: 'certificate.malformed' };
  // Without a certificate nginx and HAProxy send nothing, or an empty header.
  if (written === '') return { kind: 'refused', code: 'certificate.missing' };
  if (written.length > LONGEST || (chain[0] ?? '').length > LONGEST)
    return { kind: 'refused', code: 'certificate.too-large' };
  const leaf = readOne(written, form);
  const others = readChain(chain[0] ?? '', form);
  return leaf === null || others === null
    ? { kind: 'refused', code: 'certificate.malformed' }
    : { kind: 'offered', certificates: { leaf, others } };
}

function readOne(text: string, form: ForwardedForm): Uint8Array | null {
  switch (form) {
    case 'rfc9440':
      return readSequence(text);
    case 'haproxy':
      return readBase64(text);
    case 'nginx':
      return readEscapedPem(text);
  }
}

/** A chain is a list of byte sequences (RFC 9440, 2.3), for HAProxy with or without the colons; nginx has none to tell. */
function readChain(text: string, form: ForwardedForm): readonly Uint8Array[] | null {
  if (text.trim() === '') return [];
  if (form === 'nginx') return null;
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > MOST_OTHERS) return null;
  const read = parts.map((part) =>
    readOne(part, form === 'haproxy' && part.startsWith(':') ? 'rfc9440' : form),
  );
  const certificates = read.filter((each) => each !== null);
  return certificates.length === parts.length ? certificates : null;
}

/** A byte sequence of structured fields: base64 between colons, without parameters (RFC 9651, 3.3.5). */
function readSequence(text: string): Uint8Array | null {
  const [, body] = /^ *:([^:]*): *$/.exec(text) ?? [];
  return body === undefined ? null : readBase64(body);
}

function readBase64(text: string): Uint8Array | null {
  if (!BASE64.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '') ? bytes : null;
}

/** `$ssl_client_escaped_cert`: one certificate in PEM, escaped as in an address. */
function readEscapedPem(text: string): Uint8Array | null {
  try {
    const pem = decodeURIComponent(text).trim();
    const isOne = /^-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+\n-----END CERTIFICATE-----$/.test(pem);
    return isOne ? new X509Certificate(pem).raw : null;
  } catch {
    // Neither escaped text nor a certificate.
    return null;
  }
}

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of proxies) {
    const [address = '', bits] = each.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isListed(list: BlockList, address: string | undefined): boolean {
  if (address === undefined) return false;
  // RFC 4291 2.5.5.2: a socket of both families writes an IPv4 address so.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}
