import { correlationCode } from '../base/correlation.ts';
import type { Clock } from '../base/time.ts';
import type { Settings } from '../config/settings.ts';
import { type Pages, pageLanguage } from '../web/index.ts';
import { type Gatekeeper, openGatekeeper } from './gatekeeper.ts';
import { systemRandomness } from './randomness.ts';

/** The gatekeeper of this process, with the page that people get. */
export function openGate(settings: Settings, clock: Clock, pages: Pages): Gatekeeper {
  const { origin, requestsPerMinute, trustedProxies } = settings;
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
