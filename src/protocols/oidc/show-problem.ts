import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ProtocolProblem } from '../../login/index.ts';
import { requestLanguage } from './authorization/request-language.ts';
import { answer } from './http.ts';
import type { OidcWorld } from './world.ts';

/** Answers a person with a page that says what is wrong; nothing of the request is repeated. */
export function showProblem(
  world: OidcWorld,
  request: IncomingMessage,
  response: ServerResponse,
  shown: { readonly status: number; readonly problem: ProtocolProblem; readonly uiLocales?: string | null },
): void {
  const html = world.pages.protocolProblem({
    problem: shown.problem,
    language: requestLanguage(world.languages, shown.uiLocales, request.headers['accept-language']),
    correlation: world.memories.of(request).correlation,
  });
  const headers = { ...world.pages.headers(null), 'content-type': 'text/html; charset=utf-8' };
  answer(response, shown.status, headers, html);
}
