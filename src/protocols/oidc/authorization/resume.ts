import { browserCookie, readBrowserSecret } from '../../../base/browser-cookie.ts';
import { SECOND } from '../../../base/time.ts';
import { type Attempt, parseAttemptId, type StatePayload } from '../../../login/index.ts';
import { stateKey } from '../provider/adapter.ts';
import { applicationOf } from '../provider/application-of.ts';
import type { CookieNames } from '../provider/cookies.ts';
import type { OidcWorld } from '../world.ts';
import type { KeptResponse, Resumption } from './kept-response.ts';
import { statesOf } from './login-of.ts';
import { type Came, halfOf, type OidcHalf } from './protocol-half.ts';
import { requestLanguage } from './request-language.ts';
import type { RequestMemory } from './request-memory.ts';
import { redirect, type Sending, sendResponse } from './response-modes.ts';

export type ResumeContext = Sending & {
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly cookies: {
    secure?: boolean;
    get(name: string): string | undefined;
    set(name: string, value: string, options: object): unknown;
  };
  readonly req: { readonly headers: { cookie?: string | undefined } };
  readonly headers: { readonly [name: string]: string | string[] | undefined };
};

/**
 * Before the library resumes a login. One that is not over leads to where it stands. One that was resumed before (a reload, the back
 * button, an answer that never arrived) comes to what it came to then. In both cases the answer is `true`; one whose code nobody fetched
 * in time is resumed anew.
 */
export async function prepareResume(
  world: OidcWorld,
  names: CookieNames,
  context: ResumeContext,
): Promise<boolean> {
  const sessionId = context.cookies.get(names.session);
  const memory = world.memories.of(context);
  const [attempt, session] = await Promise.all([
    memory.end?.attempt ?? attemptOf(world, context),
    sessionId === undefined ? null : statesOf(world, memory).find('Session', sessionId),
  ]);
  const half = attempt && halfOf(world, attempt);
  if (!half) return false;
  if (half.came === undefined) {
    redirect(context, new URL(`/login/${attempt.id}`, world.issuer).href);
    return true;
  }
  const before = half.came.resumed;
  if (before) {
    const again = await comeToTheSame(world, names, context, before, session !== null);
    if (again === 'answered') return true;
    // A session that its browser never heard of, or has by now: resumed anew, there is one.
    if (before.kind === 'response' && before.session !== null && before.session !== sessionId) {
      memory.changes.push({ kind: 'destroy', model: 'Session', id: before.session });
    }
  }
  const stays = leaveOthersSession(world, names, context, { came: half.came, session, sessionId });
  memory.resumed = { attempt, half, isLoggedIn: stays && Boolean(session?.accountId), isDone: false };
  // The library looks for a cookie of its own. Here the browser that the login answers to is known by the cookie that it answers to.
  setCookieSent(context, names.resume, attempt.id);
  return false;
}

/** The login of this address, in the browser that began it; `null` in any other. */
async function attemptOf(world: OidcWorld, context: ResumeContext): Promise<Attempt | null> {
  const id = parseAttemptId(context.path.slice(context.path.lastIndexOf('/') + 1));
  const secret = readBrowserSecret(browserCookie(world.secure), context.req.headers.cookie);
  if (id === null || secret === null) return null;
  const attempt = await world.ports.attempts.find(id);
  return attempt?.browser === world.ports.bindBrowser(secret) ? attempt : null;
}

/** A cookie of this request, as the library will read it; `null` takes it away. */
function setCookieSent({ req: { headers } }: ResumeContext, name: string, value: string | null): void {
  const others = (headers.cookie ?? '').split(';').filter((part) => !part.trim().startsWith(`${name}=`));
  headers.cookie = [...others, ...(value === null ? [] : [` ${name}=${value}`])].join(';');
}

/**
 * When another person has just logged in than the session belongs to, that session ends and a new one begins. The library would ask for
 * a logout page in between; nobody is ever merged into another's session.
 */
function leaveOthersSession(
  world: OidcWorld,
  names: CookieNames,
  context: ResumeContext,
  { came: { result }, session, sessionId }: Found,
): boolean {
  if (sessionId === undefined) return true;
  const memory = world.memories.of(context);
  memory.states.set(stateKey('Session', sessionId), session);
  if (!session?.accountId || !('login' in result) || result.login.accountId === session.accountId)
    return true;
  memory.changes.push({ kind: 'destroy', model: 'Session', id: sessionId });
  setCookieSent(context, names.session, null);
  return false;
}

type Found = {
  readonly came: Came;
  readonly session: StatePayload | null;
  readonly sessionId: string | undefined;
};

async function comeToTheSame(
  world: OidcWorld,
  names: CookieNames,
  context: ResumeContext,
  before: Resumption,
  hasSession: boolean,
): Promise<'answered' | 'anew'> {
  if (before.kind === 'location') {
    redirect(context, before.location);
    return 'answered';
  }
  const { response, session } = before;
  const states = statesOf(world, world.memories.of(context));
  const { code } = response.fields;
  if (code !== undefined) {
    const [kept, living] = await Promise.all([
      states.find('AuthorizationCode', code),
      session === null ? null : states.find('Session', session),
    ]);
    // Fetched by the application, or ended with the login: there is nothing left to bring.
    if (!kept || kept.consumed !== undefined || !living) return tellFinished(world, context, response);
    if (Number(kept.exp) * SECOND <= world.ports.clock().getTime()) return 'anew';
    if (!hasSession && session !== null) setSession(world, names, context, session);
  }
  sendResponse(world, context, response, await applicationOf(world, response.application));
  return 'answered';
}

function setSession(world: OidcWorld, names: CookieNames, context: ResumeContext, id: string): void {
  context.cookies.secure = world.secure;
  const options = { httpOnly: true, sameSite: 'lax', secure: world.secure, path: '/', overwrite: true };
  context.cookies.set(names.session, id, options);
}

/** The way on is the application itself: it has what this login gave, or the login has ended. */
async function tellFinished(
  world: OidcWorld,
  context: ResumeContext,
  { application, language }: KeptResponse,
): Promise<'answered'> {
  context.status = 409;
  context.type = 'html';
  context.set({ ...world.pages.headers(null) });
  context.body = world.pages.protocolProblem({
    problem: 'already-finished',
    language: language ?? requestLanguage(world.languages, context.query.ui_locales, undefined),
    correlation: world.memories.of(context).correlation,
    application: await applicationOf(world, application),
  });
  return 'answered';
}

/** Our half of the login that this request resumed, with what came of it; `null` where none was, or it broke before it came to anything. */
export function resumedHalf(
  { changes, resumed, response }: RequestMemory,
  location: string | null,
): OidcHalf | null {
  if (!resumed?.isDone) return null;
  const { half } = resumed;
  const session = changes.find((each) => each.kind === 'put' && each.model === 'Session');
  const came: Resumption | null =
    response !== null
      ? { kind: 'response', response, session: session?.kind === 'put' ? session.id : null }
      : location !== null
        ? { kind: 'location', location }
        : null;
  if (came === null || half.came === undefined) return null;
  return { ...half, came: { ...half.came, resumed: came } };
}
