import { type ClientRequest, Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { BlockList } from 'node:net';
import type { BoundedFetch, FetchedAnswer, FetchFailure, OutgoingRequest } from '../../base/bounded-fetch.ts';
import { barNetworks, listSpecialNetworks } from '../network/bar-networks.ts';
import { exchange } from '../network/exchange.ts';

/**
 * Where servers may be besides public addresses: on private networks where they are the operator's own, by https as ever; and on this machine,
 * by plain http too, for the demo and tests.
 */
export type Reach = 'this-machine' | 'private-networks' | 'public-addresses';

/**
 * Asks servers that are named by what others wrote. Redirects are not followed, nothing is decompressed, and the address is judged at the
 * moment of the connection itself, so that a name cannot lead elsewhere after it was looked at.
 */
export function openBoundedFetch(reach: Reach): BoundedFetch {
  const { isBarredHost, lookup } = barNetworks(
    reach === 'public-addresses' ? listSpecialNetworks() : new BlockList(),
  );
  // Connections are kept: most of what an exchange costs is to begin one.
  const options = { keepAlive: true, maxSockets: 50, maxFreeSockets: 5, lookup };
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) };

  return (request) => {
    const url = URL.parse(request.url);
    const isPlain = url?.protocol === 'http:';
    if (url === null || !(url.protocol === 'https:' || (isPlain && reach === 'this-machine')))
      return failed('address');
    if (isBarredHost(url)) return failed('address');
    const { method, headers } = request;
    const sent = { method, headers: { ...headers, 'accept-encoding': 'identity' } };
    const begin = (): ClientRequest =>
      isPlain
        ? requestHttp(url, { ...sent, agent: agents.http })
        : requestHttps(url, { ...sent, agent: agents.https });
    return readText(begin, request);
  };
}

async function failed(reason: FetchFailure): Promise<FetchedAnswer> {
  return { kind: 'failed', reason };
}

async function readText(begin: () => ClientRequest, request: OutgoingRequest): Promise<FetchedAnswer> {
  const answer = await exchange(begin, request);
  if (answer.kind === 'failed') return answer;
  const { bytes, ...told } = answer;
  try {
    return { ...told, body: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return failed('encoding');
  }
}
