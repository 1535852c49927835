import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientNetwork } from '../../../base/network-address.ts';
import type { Clock } from '../../../base/time.ts';
import { openThrottle } from './throttle.ts';

/** Requests that cost no row and no secret: pages and files that are the same for everybody, and what machines look after us with. */
const FREE =
  /^\/(assets|health|metrics|help|eidas\/metadata|op\/v1\/(keys|userinfo|logout)|op\/\.well-known|\.well-known)\b/;
/** Where an application proves who it is. */
const PROVING = /^\/op\/v1\/(token|introspect)\b/;
/** Proofs that failed in a minute, per network and application: more is somebody who guesses, or a client that is set up wrongly. */
const FAILED_PROOFS = 60;
/** This machine itself is where load is measured from; people come from elsewhere. */
const OWN_NETWORKS = ['127.0.0.1', '0:0:0:0::/64'];
const OWN_FACTOR = 20;

/** Who may ask now: bounded per network of the browser, before anything is read or written for it. */
export type Gatekeeper = {
  /** Answers and says so when this request is one too many; counts it otherwise. */
  turnsAway(request: IncomingMessage, response: ServerResponse): boolean;
};

export function openGatekeeper(options: {
  readonly clock: Clock;
  readonly requestsPerMinute: number;
  readonly trustedProxies: number;
  /** Writes the page for people. */
  answerPerson(request: IncomingMessage, response: ServerResponse): Promise<void>;
}): Gatekeeper {
  const { clock, requestsPerMinute, trustedProxies } = options;
  const people = openThrottle(clock, requestsPerMinute);
  const thisMachine = openThrottle(clock, requestsPerMinute * OWN_FACTOR);
  const proofs = openThrottle(clock, FAILED_PROOFS);
  return {
    turnsAway(request, response) {
      const path = request.url ?? '/';
      if (FREE.test(path)) return false;
      const forwarded = request.headers['x-forwarded-for'];
      const network = clientNetwork(trustedProxies, forwarded?.toString(), request.socket.remoteAddress);
      if (PROVING.test(path)) {
        const key = `${network} ${namedClient(request)}`;
        const admission = proofs.look(key);
        if (admission.kind === 'wait') return answerMachine(response, admission.seconds);
        response.once('finish', () => response.statusCode === 401 && proofs.count(key));
        return false;
      }
      const admission = (OWN_NETWORKS.includes(network) ? thisMachine : people).take(network);
      if (admission.kind === 'open') return false;
      response.setHeader('retry-after', admission.seconds);
      options.answerPerson(request, response).catch(() => response.destroy());
      return true;
    },
  };
}

/** The client of a Basic header, so that one that is set up wrongly does not stop its neighbours; nobody believes it here. */
function namedClient({ headers }: IncomingMessage): string {
  const [, sent] = /^Basic ([A-Za-z0-9+/=]{1,500})/i.exec(headers.authorization ?? '') ?? [];
  return sent === undefined ? '' : (Buffer.from(sent, 'base64').toString('latin1').split(':', 1)[0] ?? '');
}

/** RFC 6585 4. */
function answerMachine(response: ServerResponse, seconds: number): true {
  const body = JSON.stringify({
    error: 'temporarily_unavailable',
    error_description: 'too many requests that failed to prove who sent them',
  });
  response
    .writeHead(429, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(seconds),
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
  return true;
}
