import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { correlationCode } from '../../../base/correlation.ts';
import type { SpokenLanguages } from '../../../base/language.ts';
import type { Clock } from '../../../base/time.ts';
import type { Resend } from '../../ui/problem-page.ts';
import { pageLanguage } from '../page-language.ts';
import { type Gatekeeper, openGatekeeper } from './gatekeeper.ts';
import type { ProblemPages } from './problem-pages.ts';

/** Bytes of a form that is carried through the page that turns it away: the answer of a member state is the longest. */
const LONGEST_FORM = 200_000;
/** Where forms of other sites arrive: nobody but they could send them again. */
const TAKES_FROM_ELSEWHERE = /^\/(eidas\/acs|op\/v1\/auth)(\?|$)/;

/** The gatekeeper of this process, with the page that people get. `pageOf` says which page an address belongs to. */
export function openGate({
  pages,
  languages,
  ...options
}: {
  readonly origin: string;
  readonly requestsPerMinute: number;
  readonly trustedProxies: number;
  readonly clock: Clock;
  readonly pages: ProblemPages;
  readonly languages: SpokenLanguages;
  pageOf(path: string): string;
}): Gatekeeper {
  const { origin, requestsPerMinute, trustedProxies, clock, pageOf } = options;
  return openGatekeeper({
    clock,
    requestsPerMinute,
    trustedProxies,
    async answerPerson(request, response) {
      const resend = await readResend(request);
      const { cookie = '', 'accept-language': accepted = '' } = request.headers;
      const language = pageLanguage(
        new Request(origin, { headers: { cookie, 'accept-language': accepted } }),
        languages,
      );
      const page = pages.protocolProblem({
        problem: 'too-many-requests',
        language,
        correlation: correlationCode(randomBytes(8)),
        resend,
        ...(request.method === 'POST' && { reload: pageOf(request.url?.split('?', 1)[0] ?? '/') }),
      });
      response.writeHead(429, { ...pages.headers(null), 'content-length': Buffer.byteLength(page) });
      response.end(request.method === 'HEAD' ? undefined : page);
    },
  });
}

/**
 * A form that was turned away, to stand in the page that says so: nothing is looked up or written for it, and nothing that was typed is lost. Not
 * one of another site, which our page would make one of ours; not one with files.
 */
async function readResend(request: IncomingMessage): Promise<Resend | null> {
  const { url: action = '/', method, headers } = request;
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '');
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || TAKES_FROM_ELSEWHERE.test(action);
  if (method !== 'POST' || !isForm || !isOurs || !/^\/(?![/\\])/.test(action)) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_FORM) return null;
    chunks.push(chunk);
  }
  return { action, fields: [...new URLSearchParams(Buffer.concat(chunks).toString('utf8'))] };
}
