import { spokenIn } from '../../../login/index.ts';
import { rememberLanguage } from '../../http/page-language.ts';
import { sessionSecret, setSessionCookie } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Browser, RegisteredLogins, RegisteredView, Web, WebContext } from '../../http/web-context.ts';
import { nextPath } from '../applicant.ts';
import { takePlace } from '../come-back.ts';
import { registeredPage } from './registered-page.ts';

/** Where logins go on that wait for a request. */
export const requestHandOver: RegisteredLogins = { show: showRegistered, open: openRequest };

/**
 * Where a login and a request meet. A draft goes on with its questions, in a session that the eID of this login proved; a login of the
 * request's own pages leads there always; any other stays a login, and says where the request stands.
 */
async function showRegistered(
  web: Web,
  context: WebContext,
  browser: Browser,
  view: RegisteredView,
): Promise<Response> {
  const { world } = web;
  const { attempt, application, page } = view;
  const path = `/login/${attempt.id}`;
  if (page.stage === 'draft' || application.protocol === 'own') return openRequest(web, context, view);
  const request = await world.requests.viewRequest({ case: page.case, proof: 'eid' });
  if (!request) return showProblem(web, context, { problem: { kind: 'unknown-attempt' }, path });
  const now = world.clock();
  const frame = web.frames({ language: spokenIn(attempt), path, formToken: browser.formToken, attempt, now });
  const { contact } = world.settings;
  return context.html(
    registeredPage({ frame, application, attempt, page, request, contact, errors: [], typed: {}, query: '' }),
  );
}

/** Opens a session for the request of this login, proven by the eID, and leads to where it stands. */
async function openRequest(
  web: Web,
  context: WebContext,
  { attempt, page }: RegisteredView,
): Promise<Response> {
  const { world } = web;
  const request = await world.requests.viewRequest({ case: page.case, proof: 'eid' });
  if (!request) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
  const former = sessionSecret(web, context, 'applicant');
  const known = former === null ? null : await world.applicants.find(former);
  // A session that already is of this request and this proof stays, so that a second tab keeps its forms.
  if (known?.case !== page.case || known.provenBy !== 'eid') {
    const session = { case: page.case, provenBy: 'eid', login: attempt.id } as const;
    const secret = await world.applicants.open(session, former);
    setSessionCookie(web, context, 'applicant', secret);
  }
  rememberLanguage(web, context, spokenIn(attempt));
  return context.redirect(takePlace(web, context, nextPath(request)), 303);
}
