import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OidcApplication } from '../../../domain/application/index.ts';
import { requestLanguage } from '../authorization/request-language.ts';
import { answer, readForm, sendOn } from '../http.ts';
import { applicationOf } from '../provider/application-of.ts';
import { showProblem } from '../show-problem.ts';
import type { OidcWorld } from '../world.ts';
import { type EndingSession, endSession, leaveApplication, sessionOf } from './end-session.ts';
import { type LogoutRequest, readLogoutRequest } from './logout-request.ts';
import { type LogoutTarget, logoutTarget } from './logout-target.ts';

/** One logout on its way through. */
type Leaving = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly asked: LogoutRequest;
  readonly session: EndingSession | null;
  readonly target: LogoutTarget;
};

/**
 * Logs out (ACM "afmelden"): the session ends, other applications keep theirs. With `switch`, only this application is left
 * and the login stays. There is no question in between, but for applications with which a hint was agreed: who follows a logout link wants to
 * be logged out.
 */
export async function handleLogout(
  world: OidcWorld,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent = request.method === 'POST' ? await readForm(request) : queryOf(request);
  const asked = sent.kind === 'form' ? readLogoutRequest(sent.fields) : null;
  if (!asked) return showProblem(world, request, response, { status: 400, problem: 'request-refused' });
  const session = await sessionOf(world, request);
  const target = await logoutTarget(world, asked, session?.applications ?? []);
  const leaving: Leaving = { request, response, asked, session, target };
  // A post from another site comes without our cookie; sent on by GET, it comes with it. No hint goes into an address.
  if (request.method === 'POST' && !session && target.kind !== 'refused') {
    const isResent = sent.kind === 'form' && sent.fields.has('resent');
    if (
      target.kind === 'address' &&
      target.application.logoutHintRequired &&
      !isResent &&
      sent.kind === 'form'
    )
      return resendFromHere(world, leaving, sent.fields);
    if (!isResent) return sendOn(response, asGet(world, leaving));
  }
  const isConfirmed =
    request.method === 'POST' && sent.kind === 'form' && sent.fields.get('confirmed') === '1';
  if (target.kind === 'ask' && session && !isConfirmed) return askFirst(world, leaving, target.application);
  return asked.switching ? switchCapacity(world, leaving) : logOut(world, leaving);
}

function askFirst(
  world: OidcWorld,
  { request, response, asked }: Leaving,
  application: OidcApplication,
): void {
  const action = `${world.issuer}/v1/logout`;
  const html = world.pages.askLogout({
    language: requestLanguage(world.languages, asked.uiLocales, request.headers['accept-language']),
    application,
    action,
    fields: { client_id: application.id, ui_locales: asked.uiLocales ?? '', confirmed: '1' },
  });
  const headers = world.pages.headers(new URL(action).origin);
  answer(response, 200, { ...headers, 'content-type': 'text/html; charset=utf-8' }, html);
}

async function switchCapacity(world: OidcWorld, leaving: Leaving): Promise<void> {
  const { request, response, asked, session, target } = leaving;
  if (target.kind !== 'address' || asked.clientId === null) {
    const problem = target.kind === 'refused' ? target.problem : 'request-refused';
    return showProblem(world, request, response, { status: 400, problem, uiLocales: asked.uiLocales });
  }
  if (session) await leaveApplication(world, request, session, target.application.id);
  sendOn(response, target.location);
}

async function logOut(world: OidcWorld, leaving: Leaving): Promise<void> {
  const { request, response, asked, session, target } = leaving;
  const left = target.kind === 'refused' ? null : target.application;
  // A wrong address is no reason to leave somebody logged in who asked to be logged out.
  if (session)
    response.appendHeader('Set-Cookie', await endSession(world, request, session, left?.id ?? null));
  if (target.kind === 'refused') {
    const { problem } = target;
    return showProblem(world, request, response, { status: 400, problem, uiLocales: asked.uiLocales });
  }
  if (target.kind === 'address') return sendOn(response, target.location);
  const served = await Promise.all((session?.applications ?? []).map((id) => applicationOf(world, id)));
  const html = world.pages.signedOut({
    language: requestLanguage(world.languages, asked.uiLocales, request.headers['accept-language']),
    application: left,
    others: served.filter((each) => each !== null).filter(({ id }) => id !== left?.id),
  });
  answer(response, 200, { ...world.pages.headers(null), 'content-type': 'text/html; charset=utf-8' }, html);
}

function queryOf(request: IncomingMessage): { readonly kind: 'form'; readonly fields: URLSearchParams } {
  return { kind: 'form', fields: new URL(request.url ?? '/', 'http://sluis.invalid').searchParams };
}

/** Where the hint is needed it is posted once more, from a page of ours: with our cookie, and in no address. */
function resendFromHere(
  world: OidcWorld,
  { request, response, asked, target }: Leaving,
  sent: URLSearchParams,
): void {
  const action = `${world.issuer}/v1/logout`;
  const html = world.pages.submitForm({
    language: requestLanguage(world.languages, asked.uiLocales, request.headers['accept-language']),
    application: target.kind === 'refused' ? null : target.application,
    action,
    fields: { ...Object.fromEntries(sent), resent: '1' },
  });
  const headers = world.pages.headers(new URL(action).origin);
  answer(response, 200, { ...headers, 'content-type': 'text/html; charset=utf-8' }, html);
}

function asGet(world: OidcWorld, { asked, target }: Leaving): string {
  const parameters = {
    client_id: target.kind === 'refused' ? undefined : target.application?.id,
    post_logout_redirect_uri: asked.redirectUri ?? undefined,
    state: asked.state ?? undefined,
    ui_locales: asked.uiLocales ?? undefined,
    switch: asked.switching ? 'true' : undefined,
  };
  const url = new URL(`${world.issuer}/v1/logout`);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
