import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECOND } from '../../../base/time.ts';
import type { OidcApplication } from '../../../domain/application/index.ts';
import { refusal } from '../authorization/refusals.ts';
import { answer, answerError, readForm } from '../http.ts';
import { applicationOf } from '../provider/application-of.ts';
import { basicCredentials, isSecretOf } from '../provider/secrets.ts';
import type { OidcWorld } from '../world.ts';
import { claimsOf } from './account.ts';
import {
  type AnswerSigner,
  type IntrospectedToken,
  introspectionOf,
  mayIntrospect,
} from './introspection.ts';

/** Answers a request, or says that it left it untouched. */
type Lane = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Applications ask about tokens at every request that they serve. The ordinary honest question is answered here with one query;
 * whatever is unusual about it (another way to prove who asks, a page of another origin, a token that is not alive) is left to
 * the library, which decides it.
 */
export type FastLane = { readonly userinfo: Lane; readonly introspect: Lane };

const TOKEN = /^[\w-]{43}$/;
const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** Opens the fast lane. */
export function openFastLane(world: OidcWorld, sign: AnswerSigner): FastLane {
  return {
    async userinfo(request, response) {
      const { authorization, origin } = request.headers;
      const token = /^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1];
      if (token === undefined || origin !== undefined || request.url !== '/v1/userinfo') return false;
      const found = await world.ports.states.findToken(token);
      const payload = found?.payload as IntrospectedToken | undefined;
      const scope = payload?.scope ?? '';
      if (!found || !isLive(world, payload) || payload?.aud !== undefined) return false;
      const claims = scope.split(' ').includes('openid') ? await claimsOf(world, found.login, scope) : null;
      if (!claims) return false;
      answer(response, 200, JSON_HEADERS, JSON.stringify(claims));
      return true;
    },
    async introspect(request, response) {
      const { authorization, origin } = request.headers;
      if (origin !== undefined || request.url !== '/v1/introspect') return false;
      const credentials = basicCredentials(authorization);
      const asking = credentials && (await applicationOf(world, credentials.id));
      if (!asking?.clientAuthentication.includes('client_secret_basic')) return false;
      if (!credentials || !isSecretOf(asking, credentials.secret)) return false;
      await answerQuestion(world, request, response, asking, sign);
      return true;
    },
  };
}

/** The application has proved who it is, so that its question is ours to answer. */
async function answerQuestion(
  world: OidcWorld,
  request: IncomingMessage,
  response: ServerResponse,
  asking: OidcApplication,
  sign: AnswerSigner,
): Promise<void> {
  const posted = await readForm(request);
  if (posted.kind !== 'form') return answerError(response, 400, 'invalid_request', 'a form must be posted');
  const { fields } = posted;
  const [token, another] = fields.getAll('token');
  const named = fields.getAll('client_id');
  if (token === undefined || another !== undefined || named.some((id) => id !== asking.id)) {
    return answerError(
      response,
      400,
      'invalid_request',
      'one token must be named, by the application itself',
    );
  }
  if (fields.has('client_secret') || fields.has('client_assertion')) {
    return answerError(response, 400, 'invalid_request', 'client authentication must use one mechanism only');
  }
  const told = await introspect(world, request, token, asking, sign);
  answer(response, 200, JSON_HEADERS, JSON.stringify(told));
}

async function introspect(
  world: OidcWorld,
  request: IncomingMessage,
  token: string,
  asking: OidcApplication,
  sign: AnswerSigner,
): Promise<Readonly<Record<string, unknown>>> {
  const found = TOKEN.test(token) ? await world.ports.states.findToken(token) : null;
  const payload = found?.payload as IntrospectedToken | undefined;
  if (!found || !payload || !isLive(world, payload)) return { active: false };
  if (mayIntrospect(asking.id, payload)) return introspectionOf(world, payload, found.login, asking, sign);
  await world.ports.audit(refusal(world, request, 'introspection.refused', 'token-of-another', asking.id));
  return { active: false };
}

function isLive({ ports }: OidcWorld, token: IntrospectedToken | undefined): boolean {
  return token?.exp !== undefined && token.exp * SECOND > ports.clock().getTime();
}
