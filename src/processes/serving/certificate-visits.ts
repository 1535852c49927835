import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeError } from '../../base/error-code.ts';
import { clientNetwork } from '../../base/network-address.ts';
import type { Clock } from '../../base/time.ts';
import { parseAttemptId } from '../../login/index.ts';
import type { CertificateReception, CertificateVisit, Shown } from '../../protocols/certificates/index.ts';
import { isFetchedAhead, openThrottle } from '../../web/index.ts';

export type CertificateVisits = {
  /** Takes the certificate of a visit, and leads back to the platform: whatever came of it is said there. */
  handle(request: IncomingMessage, response: ServerResponse, shown: Shown): void;
};

export type CertificateVisitsOptions = {
  readonly reception: CertificateReception;
  /** Origin of the platform. */
  readonly origin: string;
  readonly trustedProxies: number;
  readonly clock: Clock;
  readonly log: { error(fields: object, message: string): void };
};

/** The addresses that take certificates begin so. */
export const CERTIFICATE_PATH = '/certificate/';

/** Visits per minute of one network: a person needs one for each certificate on the card. */
const VISITS = 60;
const MARK = /^[\w-]{22,86}$/;

/** What both ways to show a certificate have in common: the port of this process, and the proxy that forwards. */
export function openCertificateVisits(options: CertificateVisitsOptions): CertificateVisits {
  const throttle = openThrottle(options.clock, VISITS);
  return {
    handle(request, response, shown) {
      response.setHeader('cache-control', 'no-store');
      response.setHeader('referrer-policy', 'no-referrer');
      if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
      // What a browser fetches ahead of its person shows nobody's certificate.
      if (isFetchedAhead((name) => request.headers[name]?.toString()))
        return void response.writeHead(503).end();
      const network = clientNetwork(
        options.trustedProxies,
        request.headers['x-forwarded-for']?.toString(),
        request.socket.remoteAddress,
      );
      const visit = readVisit(request.url ?? '');
      const admission = throttle.take(network);
      // An office behind one address is many people: whoever comes too soon reads why, and nothing was asked about their certificate.
      if (admission.kind === 'wait')
        return void response
          .writeHead(303, { location: placeToWait(options, visit), 'retry-after': String(admission.seconds) })
          .end();
      void placeAfter(options, visit, shown).then(
        (location) => response.writeHead(303, { location }).end(),
        (error: unknown) => {
          options.log.error(describeError(error), 'certificate was not taken');
          response.writeHead(303, { location: placeOfLogin(options, visit) }).end();
        },
      );
    },
  };
}

/** Where the login stands, with the way to try again. */
function placeOfLogin({ origin }: CertificateVisitsOptions, visit: CertificateVisit | null): string {
  return visit === null ? origin : `${origin}/login/${visit.attempt}`;
}

function placeToWait(options: CertificateVisitsOptions, visit: CertificateVisit | null): string {
  const place = placeOfLogin(options, visit);
  return visit === null ? place : `${place}/means/certificate?because=busy`;
}

async function placeAfter(
  options: CertificateVisitsOptions,
  visit: CertificateVisit | null,
  shown: Shown,
): Promise<string> {
  const handle = visit && (await options.reception.receive(visit, shown));
  return handle === null
    ? placeOfLogin(options, visit)
    : `${options.origin}/means/certificate/return/${handle}`;
}

/** Which login an address belongs to, and the mark with which it was left: `/certificate/<login>.<mark>`. */
function readVisit(address: string): CertificateVisit | null {
  if (!address.startsWith(CERTIFICATE_PATH)) return null;
  const [id = '', mark = '', ...more] = address.slice(CERTIFICATE_PATH.length).split('.');
  const attempt = parseAttemptId(id);
  return attempt !== null && MARK.test(mark) && more.length === 0 ? { attempt, mark } : null;
}
