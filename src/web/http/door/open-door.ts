import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { describeError } from '../../../base/error-code.ts';
import type { SpokenLanguages } from '../../../base/language.ts';
import type { Clock } from '../../../base/time.ts';
import { isFetchedAhead } from '../speculative.ts';
import { type Figures, openMetrics } from './metrics.ts';
import type { ProblemPages } from './problem-pages.ts';
import { openGate } from './turn-away.ts';
import { openUnreadableRequests } from './unreadable-requests.ts';

/** What stands behind the door, and who may come in how often. */
export type DoorOptions = {
  readonly origin: string;
  readonly requestsPerMinute: number;
  readonly trustedProxies: number;
  readonly clock: Clock;
  readonly log: { error(fields: object, message: string): void };
  readonly languages: SpokenLanguages;
  /** The pages of problems. */
  readonly pages: ProblemPages;
  /** All other pages. */
  readonly web: { fetch(request: Request): Response | Promise<Response> };
  /** Which page an address belongs to. */
  pageOf(path: string): string;
  /** The OpenID Connect provider, at /op. */
  readonly provider: { handle(request: IncomingMessage, response: ServerResponse): Promise<void> };
  readonly figures: Figures;
};

export type Door = {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Answers what the server of this machine could not even read as a request. */
  refuse(error: Error, socket: Duplex): void;
};

/** What every request meets first: who asks too often waits, and the rest goes to the protocol, to the figures or to the pages. */
export function openDoor(options: DoorOptions): Door {
  const { origin, log, provider } = options;
  const isSecure = origin.startsWith('https:');
  const unreadable = openUnreadableRequests(options);
  const pages = getRequestListener((request) => options.web.fetch(request), {
    hostname: new URL(origin).host,
    errorHandler: (error) => unreadable.respond(error),
  });
  const gate = openGate(options);
  const metrics = openMetrics(options.figures);
  return {
    refuse: unreadable.refuse,
    handle(request, response) {
      // RFC 6797 7.2: every answer over https says so, those of machines too.
      if (isSecure) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
      metrics.observe(request, response);
      if (gate.turnsAway(request, response)) return;
      const path = request.url ?? '/';
      if (path === '/op' || path.startsWith('/op/') || path.startsWith('/op?')) {
        // The pages do so themselves, and the protocol knows of no such thing.
        if (isFetchedAhead((name) => request.headers[name]?.toString()))
          return void response.writeHead(503, { 'cache-control': 'no-store' }).end();
        void provider.handle(request, response).catch((error: unknown) => {
          log.error(describeError(error), 'protocol request failed');
          if (response.headersSent) response.destroy();
          else unreadable.answer(response, 500);
        });
      } else if (path === '/metrics') void metrics.answer(response);
      else void pages(request, response);
    },
  };
}
