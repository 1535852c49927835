import { lookup as resolve } from 'node:dns';
import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { BoundedFetch, FetchedAnswer, FetchFailure, OutgoingRequest } from '../../base/bounded-fetch.ts';

/**
 * Where servers may be besides public addresses: on private networks where they are the operator's own, by https as ever; and on this machine,
 * by plain http too, for the demo and tests.
 */
export type Reach = 'this-machine' | 'private-networks' | 'public-addresses';

/** Where only machines of the same network or host are (IANA special-purpose address registries), or none. */
const elsewhere: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

class PrivateAddress extends Error {}

/**
 * Asks servers that are named by what others wrote. Redirects are not followed, nothing is decompressed, and the address is judged at the
 * moment of the connection itself, so that a name cannot lead elsewhere after it was looked at.
 */
export function openBoundedFetch(reach: Reach): BoundedFetch {
  const barred = new BlockList();
  if (reach === 'public-addresses')
    for (const [network, prefix, family] of elsewhere) barred.addSubnet(network, prefix, family);
  const isBarred = (address: string): boolean =>
    // An address of IPv4 that is written as one of IPv6 is judged as what it is by the list itself.
    barred.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      if (error === null && addresses.some(isBarred)) return done(new PrivateAddress(), '', 0);
      return done(error, found, family);
    });
  };
  // Connections are kept: most of what an exchange costs is to begin one.
  const options = { keepAlive: true, maxSockets: 50, maxFreeSockets: 5, lookup };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };

  return (request) => {
    const url = URL.parse(request.url);
    const isPlain = url?.protocol === 'http:';
    if (url === null || !(url.protocol === 'https:' || (isPlain && reach === 'this-machine')))
      return failed('address');
    // A host that is an address already is looked up by nobody.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && isBarred(host)) return failed('address');
    const { method, headers } = request;
    const sent = { method, headers: { ...headers, 'accept-encoding': 'identity' } };
    const begin = (): ClientRequest =>
      isPlain
        ? requestHttp(url, { ...sent, agent: agents.http })
        : requestHttps(url, { ...sent, agent: agents.https });
    return answerTo(begin, request);
  };
}

async function failed(reason: FetchFailure): Promise<FetchedAnswer> {
  return { kind: 'failed', reason };
}

function answerTo(
  begin: () => ClientRequest,
  { body, longest, patience }: OutgoingRequest,
): Promise<FetchedAnswer> {
  return new Promise((settle) => {
    let outgoing = begin();
    let isOver = false;
    const end = (answer: FetchedAnswer): void => {
      isOver = true;
      clearTimeout(timer);
      settle(answer);
      // What is not read to its end is not waited for.
      if (answer.kind === 'failed') outgoing.destroy();
    };
    const timer = setTimeout(() => end({ kind: 'failed', reason: 'late' }), patience);
    const send = (): void => {
      outgoing.on('error', (error) => {
        // The server closed a kept connection at the moment at which it was used again (documentation of Node, `reusedSocket`).
        if (!isOver && outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
          outgoing = begin();
          send();
        } else {
          end({ kind: 'failed', reason: error instanceof PrivateAddress ? 'address' : 'unreachable' });
        }
      });
      outgoing.on('response', (response) => {
        const refusal = refusalOf(response);
        if (refusal !== null) end({ kind: 'failed', reason: refusal });
        else readAnswer(response, longest, end);
      });
      outgoing.end(body);
    };
    send();
  });
}

/** Nothing is followed, and nothing unpacked: a small answer would become a large one. */
function refusalOf({ statusCode = 0, headers }: IncomingMessage): FetchFailure | null {
  if (statusCode >= 300 && statusCode < 400) return 'redirect';
  return (headers['content-encoding'] ?? 'identity') === 'identity' ? null : 'encoding';
}

function readAnswer(response: IncomingMessage, longest: number, end: (answer: FetchedAnswer) => void): void {
  const { statusCode: status = 0, headers } = response;
  const parts: Buffer[] = [];
  let size = 0;
  response.on('data', (part: Buffer) => {
    size += part.length;
    if (size > longest) end({ kind: 'failed', reason: 'too-large' });
    else parts.push(part);
  });
  response.on('error', () => end({ kind: 'failed', reason: 'unreachable' }));
  response.on('end', () => {
    try {
      const body = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
      end({ kind: 'fetched', status, contentType: headers['content-type'] ?? '', body });
    } catch {
      end({ kind: 'failed', reason: 'encoding' });
    }
  });
}
