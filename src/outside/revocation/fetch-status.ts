import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { FetchFailure } from '../../base/bounded-fetch.ts';
import { SECOND } from '../../base/time.ts';
import { barNetworks, listSpecialNetworks } from '../network/bar-networks.ts';
import { exchange } from '../network/exchange.ts';

/** What came back from an address that stands in a certificate, or why nothing did. */
export type FetchedBytes =
  | { readonly kind: 'fetched'; readonly bytes: Buffer }
  | { readonly kind: 'failed'; readonly reason: Exclude<FetchFailure, 'redirect'> | 'status' };

type Wish = {
  readonly address: string;
  readonly question: Uint8Array | null;
  readonly mostBytes: number;
  readonly patience: number;
};

/** A person waits meanwhile. */
const PATIENCE = 4 * SECOND;
const LIST_PATIENCE = 15 * SECOND;

const special = listSpecialNetworks();
// What a translator makes of addresses of IPv4 (RFC 6052) may be one of ours as well.
special.addSubnet('64:ff9b::', 96, 'ipv6');
/** An address in a certificate must not lead into networks of our own. */
const outside = barNetworks(special);

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

async function fetchBytes(wish: Wish, ownHosts: readonly string[]): Promise<FetchedBytes> {
  const url = URL.canParse(wish.address) ? new URL(wish.address) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return { kind: 'failed', reason: 'address' };
  const isOwn = ownHosts.includes(url.host) || ownHosts.includes(url.hostname);
  if (!isOwn && outside.isBarredHost(url)) return { kind: 'failed', reason: 'address' };
  const { question, mostBytes, patience } = wish;
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  const begin = () =>
    open(url, {
      method: question === null ? 'GET' : 'POST',
      headers: { 'accept-encoding': 'identity', ...(question && questionHeaders(question)) },
      agent: false,
      ...(isOwn ? {} : { lookup: outside.lookup }),
    });
  const answer = await exchange(begin, { body: question, longest: mostBytes, patience });
  if (answer.kind === 'fetched')
    return answer.status === 200
      ? { kind: 'fetched', bytes: answer.bytes }
      : { kind: 'failed', reason: 'status' };
  return { kind: 'failed', reason: answer.reason === 'redirect' ? 'status' : answer.reason };
}

function questionHeaders(question: Uint8Array) {
  return { 'content-type': 'application/ocsp-request', 'content-length': question.length };
}
