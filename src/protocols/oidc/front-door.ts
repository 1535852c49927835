import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { afterOthers, ChangedMeanwhile } from '../../base/changed-meanwhile.ts';
import { answer, answerError, brokenBy, readForm, sendOn } from './http.ts';
import { handleLogout } from './logout/logout.ts';
import { discoveryDocument } from './provider/discovery.ts';
import { showProblem } from './show-problem.ts';
import type { FastLane } from './tokens/fast-lane.ts';
import type { OidcWorld } from './world.ts';

/** A request whose address has been cut loose from the place where the provider is mounted. */
type Request = IncomingMessage & { originalUrl?: string };
type Handler = (request: Request, response: ServerResponse) => void | Promise<void>;

/** What must never stand in an address: it ends in logs and histories (RFC 6749 2.3.1; ACM forbids it explicitly). */
const CREDENTIALS = ['client_secret', 'client_assertion', 'code', 'code_verifier', 'token', 'access_token'];

/**
 * Every request below the issuer comes in here: exactly the paths of the contract, each with its methods. The library
 * answers what it knows; what it does otherwise than the contract is answered here.
 */
export function openFrontDoor(world: OidcWorld, provider: Provider, lane: FastLane): Handler {
  tellWhatBreaksIn(provider, world);
  const library = untilKept(world, provider.callback());
  const prefix = new URL(world.issuer).pathname;
  const machine = refuseCredentialsInAddress(library);
  const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
    '/.well-known/openid-configuration': fixedDocument(discoveryDocument(world)),
    '/v1/keys': fixedDocument(world.keys.published),
    '/v1/auth': { GET: library, POST: (request, response) => postedAuthorization(world, request, response) },
    '/v1/token': { POST: machine, OPTIONS: library },
    '/v1/introspect': { POST: either(lane.introspect, machine), OPTIONS: library },
    '/v1/userinfo': { GET: either(lane.userinfo, machine), POST: machine, OPTIONS: library },
    '/v1/logout': {
      GET: (request, response) => handleLogout(world, request, response),
      POST: (request, response) => handleLogout(world, request, response),
    },
  };
  const resume: Readonly<Record<string, Handler>> = { GET: library };
  return async (request, response) => {
    const url = request.url ?? '/';
    request.originalUrl ??= url;
    request.url = url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : '/';
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    const path = request.url.split('?', 1)[0] ?? '/';
    const methods = /^\/v1\/auth\/[\w-]{1,100}$/.test(path) ? resume : routes[path];
    const handler = methods?.[request.method === 'HEAD' ? 'GET' : (request.method ?? '')];
    if (handler) return answering(world, handler, request, response);
    if (methods) response.setHeader('Allow', Object.keys(methods).join(', '));
    const refused = methods
      ? ({ status: 405, problem: 'request-refused' } as const)
      : ({ status: 404, problem: 'not-found' } as const);
    showProblem(world, request, response, refused);
  };
}

const SECURITY_HEADERS = [
  ['Cache-Control', 'no-store'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
] as const;

/** Of two requests that change the same at one moment, the second is answered once more, as the one that came second. */
function untilKept(world: OidcWorld, library: Handler): Handler {
  return (request, response) => {
    const { cookie } = request.headers;
    const heads = response.getHeaderNames();
    return afterOthers(async () => {
      await library(request, response);
      if (!world.memories.of(request).isOvertaken) return;
      for (const name of response.getHeaderNames()) if (!heads.includes(name)) response.removeHeader(name);
      request.headers.cookie = cookie;
      world.memories.forget(request);
      throw new ChangedMeanwhile();
    });
  };
}

/** A public document that changes only when the process starts with other keys. */
function fixedDocument(content: object): Readonly<Record<string, Handler>> {
  const body = JSON.stringify(content);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
  };
  return { GET: (_request, response) => answer(response, 200, headers, body) };
}

/** Characters: with its cookies the request must fit into the head that we take. No honest one is longer. */
const LONGEST_QUERY = 12_000;

/**
 * A posted authorization request goes on as a GET: a post from another site comes without our session cookie, and the person
 * would log in again for nothing.
 */
async function postedAuthorization(
  world: OidcWorld,
  request: Request,
  response: ServerResponse,
): Promise<void> {
  const posted = await readForm(request);
  const query = posted.kind === 'form' ? posted.fields.toString() : '';
  if (posted.kind === 'form' && query.length <= LONGEST_QUERY)
    return sendOn(response, `${world.issuer}/v1/auth?${query}`);
  showProblem(world, request, response, { status: 400, problem: 'request-refused' });
}

/** Whatever breaks: a reference for the person or an OAuth error for the machine, and the reason in the log only. */
async function answering(
  world: OidcWorld,
  handler: Handler,
  request: Request,
  response: ServerResponse,
): Promise<void> {
  try {
    await handler(request, response);
  } catch (error) {
    tellBroken(world, request, response, error);
  }
}

function tellBroken(world: OidcWorld, request: Request, response: ServerResponse, error: unknown): void {
  world.logFailure(world.memories.of(request).correlation, error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, code, headers } = brokenBy(error);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (/^\/v1\/(token|introspect|userinfo)\b/.test(request.url ?? '')) {
    answerError(response, status, code, 'something went wrong');
  } else showProblem(world, request, response, { status, problem: 'server-error' });
}

/** What breaks in the library before it answers itself: it would say "Internal Server Error" and print a stack. */
function tellWhatBreaksIn(provider: Provider, world: OidcWorld): void {
  const { context } = provider as unknown as { context: BrokenContext };
  context.onerror = function (error) {
    if (error !== null && error !== undefined) tellBroken(world, this.req, this.res, error);
  };
}

type BrokenContext = {
  onerror(this: { readonly req: Request; readonly res: ServerResponse }, error: unknown): void;
};

/** The fast lane, or what it leaves to the library. */
function either(lane: FastLane['userinfo'], otherwise: Handler): Handler {
  return async (request, response) => {
    if (!(await lane(request, response))) await otherwise(request, response);
  };
}

function refuseCredentialsInAddress(library: Handler): Handler {
  return (request, response) => {
    const [, query] = (request.url ?? '/').split('?', 2);
    const sent = query ? new URLSearchParams(query) : null;
    if (!sent || !CREDENTIALS.some((name) => sent.has(name))) return library(request, response);
    answerError(response, 400, 'invalid_request', 'credentials must not be sent in the address');
  };
}
