import { correlationCode } from '../base/correlation.ts';
import type { Clock } from '../base/time.ts';
import type { Settings } from '../config/settings.ts';
import { openPages, pageLanguage } from '../web/index.ts';
import { type Gatekeeper, openGatekeeper } from './gatekeeper.ts';
import { contact } from './policy.ts';
import { systemRandomness } from './randomness.ts';

/** The gatekeeper of this process, with the page that people get. */
export function openGate(options: {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly demo: boolean;
}): Gatekeeper {
  const { settings, clock, demo } = options;
  const { origin, requestsPerMinute, trustedProxies } = settings;
  const pages = openPages({ origin, demo, contact, clock });
  return openGatekeeper({
    clock,
    requestsPerMinute,
    trustedProxies: trustedProxies ?? 0,
    answerPerson(request, response) {
      const { cookie = '', 'accept-language': accepted = '' } = request.headers;
      const language = pageLanguage(
        new Request(origin, { headers: { cookie, 'accept-language': accepted } }),
      );
      const correlation = correlationCode(systemRandomness.bytes(8));
      const page = pages.protocolProblem({ problem: 'too-many-requests', language, correlation });
      response.writeHead(429, { ...pages.headers(null), 'content-length': Buffer.byteLength(page) });
      response.end(request.method === 'HEAD' ? undefined : page);
    },
  });
}
