import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AuditEvent } from '../../domain/audit/index.ts';
import { applicationOf } from './application-of.ts';
import { cookieNames } from './cookies.ts';
import { answer, readCookie, readForm, sendOn } from './http.ts';
import { type LogoutRequest, readLogoutRequest } from './logout-request.ts';
import { type LogoutTarget, logoutTarget } from './logout-target.ts';
import type { ProtocolProblem } from './pages.ts';
import { requestLanguage } from './request-language.ts';
import type { OidcWorld } from './world.ts';

/** What of a session matters when it ends. */
type EndingSession = {
  readonly id: string;
  readonly uid: string;
  readonly person: string | null;
  readonly applications: readonly string[];
};

/**
 * Logs out (ACM "afmelden"): the session ends, other applications keep theirs. With `switch`, only this application is left
 * and the login stays. There is no question in between: who follows a logout link wants to be logged out.
 */
export async function handleLogout(
  world: OidcWorld,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent = request.method === 'POST' ? await readForm(request) : queryOf(request);
  const asked = sent.kind === 'form' ? readLogoutRequest(sent.fields) : null;
  if (!asked) return showProblem(world, request, response, 'request-refused', null);
  const session = await sessionOf(world, request);
  const target = await logoutTarget(world, asked, session?.applications ?? []);
  // A post from another site comes without our cookie; sent on by GET, it comes with it. No hint goes into an address.
  if (request.method === 'POST' && !session && target.kind !== 'refused') {
    return sendOn(response, asGet(world, asked, target));
  }
  if (asked.switching) return switchCapacity(world, request, response, asked, target, session);
  // A wrong address is no reason to leave somebody logged in who asked to be logged out.
  if (session) await endSession(world, response, request, session, target);
  if (target.kind === 'refused')
    return showProblem(world, request, response, target.problem, asked.uiLocales);
  if (target.kind === 'address') return sendOn(response, target.location);
  const others = await Promise.all((session?.applications ?? []).map((id) => applicationOf(world, id)));
  const html = world.pages.signedOut({
    language: requestLanguage(asked.uiLocales, request.headers['accept-language']),
    application: target.application,
    others: others.filter((each) => each !== null).filter(({ id }) => id !== target.application?.id),
  });
  answer(response, 200, { ...world.pages.headers(null), 'content-type': 'text/html; charset=utf-8' }, html);
}

async function switchCapacity(
  world: OidcWorld,
  request: IncomingMessage,
  response: ServerResponse,
  asked: LogoutRequest,
  target: LogoutTarget,
  session: EndingSession | null,
): Promise<void> {
  if (target.kind !== 'address' || asked.clientId === null) {
    const problem = target.kind === 'refused' ? target.problem : 'request-refused';
    return showProblem(world, request, response, problem, asked.uiLocales);
  }
  if (session) {
    const event = endedEvent(world, request, session, target.application.id, 'capacity-switched');
    await world.ports.grants.endInSession(session.uid, target.application.id, [event]);
  }
  sendOn(response, target.location);
}

async function endSession(
  world: OidcWorld,
  response: ServerResponse,
  request: IncomingMessage,
  session: EndingSession,
  target: LogoutTarget,
): Promise<void> {
  await world.ports.states.destroy('Session', session.id);
  const application = target.kind === 'refused' ? null : target.application;
  const event = endedEvent(world, request, session, application?.id ?? null, 'session-ended');
  if (application) await world.ports.grants.endInSession(session.uid, application.id, [event]);
  else await world.ports.audit(event);
  const attributes = `Path=/; HttpOnly; SameSite=Lax${world.secure ? '; Secure' : ''}`;
  const expired = `${cookieNames(world.secure).session}=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; ${attributes}`;
  response.appendHeader('Set-Cookie', expired);
}

function endedEvent(
  world: OidcWorld,
  request: object,
  session: EndingSession,
  application: string | null,
  reason: string,
): AuditEvent {
  return {
    kind: 'login.ended',
    actor: session.person === null ? { kind: 'unknown' } : { kind: 'person', id: session.person },
    subject: application === null ? null : { kind: 'application', id: application },
    purpose: 'logout',
    details: { reason },
    correlation: world.memories.of(request).correlation,
  };
}

async function sessionOf(world: OidcWorld, request: IncomingMessage): Promise<EndingSession | null> {
  const id = readCookie(request.headers.cookie, cookieNames(world.secure).session);
  const session = id ? await world.ports.states.find('Session', id) : null;
  if (!id || typeof session?.uid !== 'string') return null;
  return {
    id,
    uid: session.uid,
    person: typeof session.person === 'string' ? session.person : null,
    applications: Object.keys(session.authorizations ?? {}),
  };
}

function queryOf(request: IncomingMessage): { readonly kind: 'form'; readonly fields: URLSearchParams } {
  return { kind: 'form', fields: new URL(request.url ?? '/', 'http://sluis.invalid').searchParams };
}

function asGet(world: OidcWorld, asked: LogoutRequest, target: LogoutTarget): string {
  const url = new URL(`${world.issuer}/v1/logout`);
  const application = target.kind === 'refused' ? null : target.application;
  if (application) url.searchParams.set('client_id', application.id);
  if (asked.redirectUri !== null) url.searchParams.set('post_logout_redirect_uri', asked.redirectUri);
  if (asked.state !== null) url.searchParams.set('state', asked.state);
  if (asked.uiLocales !== null) url.searchParams.set('ui_locales', asked.uiLocales);
  if (asked.switching) url.searchParams.set('switch', 'true');
  return url.href;
}

function showProblem(
  world: OidcWorld,
  request: IncomingMessage,
  response: ServerResponse,
  problem: ProtocolProblem,
  uiLocales: string | null,
): void {
  const html = world.pages.protocolProblem({
    problem,
    language: requestLanguage(uiLocales, request.headers['accept-language']),
    correlation: world.memories.of(request).correlation,
  });
  answer(response, 400, { ...world.pages.headers(null), 'content-type': 'text/html; charset=utf-8' }, html);
}
