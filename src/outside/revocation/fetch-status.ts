import { lookup as lookUp } from 'node:dns';
import { type ClientRequest, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { SECOND } from '../../base/time.ts';

/** What came back from an address that stands in a certificate, or why nothing did. */
export type FetchedBytes =
  | { readonly kind: 'fetched'; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly reason: 'address' | 'status' | 'too-large' | 'late' | 'unreachable' };

type Wish = {
  readonly address: string;
  readonly question: Uint8Array | null;
  readonly mostBytes: number;
  readonly patience: number;
};

/** A person waits meanwhile. */
const PATIENCE = 4 * SECOND;
const LIST_PATIENCE = 15 * SECOND;

/** Networks that are nobody's on the internet (RFC 6890): an address in a certificate must not lead into ours. */
const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, bits, 'ipv6');

/**
 * Asks responders and fetches lists at the addresses that certificates name: by http or https, bounded in size and time, never led elsewhere, and
 * into networks of our own only for the hosts that the operator named (`host` or `host:port`).
 */
export function openStatusSource(ownHosts: readonly string[], mostBytes: { answer: number; list: number }) {
  return {
    ask: (address: string, question: Uint8Array) =>
      fetchBytes({ address, question, mostBytes: mostBytes.answer, patience: PATIENCE }, ownHosts),
    fetchList: (address: string) =>
      fetchBytes({ address, question: null, mostBytes: mostBytes.list, patience: LIST_PATIENCE }, ownHosts),
  };
}

function fetchBytes(wish: Wish, ownHosts: readonly string[]): Promise<FetchedBytes> {
  const url = URL.canParse(wish.address) ? new URL(wish.address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return Promise.resolve({ kind: 'failed', reason: 'address' });
  const isOwn = ownHosts.includes(url.host) || ownHosts.includes(url.hostname);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!isOwn && isInside(host)) return Promise.resolve({ kind: 'failed', reason: 'address' });
  return new Promise((resolve) => {
    const open = url.protocol === 'https:' ? requestHttps : requestHttp;
    const asked = open(url, {
      method: wish.question === null ? 'GET' : 'POST',
      headers: wish.question === null ? {} : questionHeaders(wish.question),
      agent: false,
      ...(isOwn ? {} : { lookup: lookUpOutside }),
    });
    // The whole of it, however slowly a byte comes now and then.
    const late = setTimeout(() => end({ kind: 'failed', reason: 'late' }), wish.patience);
    const end = (outcome: FetchedBytes) => {
      clearTimeout(late);
      resolve(outcome);
      asked.destroy();
    };
    readAnswer(asked, wish.mostBytes, end);
    asked.end(wish.question ?? undefined);
  });
}

function questionHeaders(question: Uint8Array) {
  return { 'content-type': 'application/ocsp-request', 'content-length': question.length };
}

function readAnswer(asked: ClientRequest, most: number, end: (outcome: FetchedBytes) => void): void {
  asked.on('error', (error: NodeJS.ErrnoException) =>
    end({ kind: 'failed', reason: error.code === INSIDE ? 'address' : 'unreachable' }),
  );
  asked.on('response', (response) => {
    if (response.statusCode !== 200) return end({ kind: 'failed', reason: 'status' });
    const parts: Buffer[] = [];
    let size = 0;
    response.on('data', (part: Buffer) => {
      size += part.length;
      if (size > most) end({ kind: 'failed', reason: 'too-large' });
      else parts.push(part);
    });
    response.on('end', () => end({ kind: 'fetched', bytes: Buffer.concat(parts) }));
    response.on('error', () => end({ kind: 'failed', reason: 'unreachable' }));
  });
}

const INSIDE = 'EINSIDE';

/** Looks a name up, and refuses it when one of its addresses lies inside: what was looked at is what is connected to. */
const lookUpOutside: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, []);
    if (found.some(({ address }) => isInside(address)))
      return done(Object.assign(new Error('leads into a network of our own'), { code: INSIDE }), []);
    const [first] = found;
    return options.all ? done(null, found) : done(null, first?.address ?? '', first?.family);
  });
};

function isInside(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  if (family === 0) return false;
  return inside.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}
