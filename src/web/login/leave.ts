import { spokenIn, type View, type WaitingProtocol } from '../../login/index.ts';
import { showProblem } from '../http/show-problem.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { hopPage } from '../ui/hop-page.ts';
import { nameOf } from '../ui/parts.ts';

type PageView = Extract<View, { readonly kind: 'page' }>;

/** Who waits for the end of a login in the browser of this request. */
export function waitingIn({ world }: Pick<Web, 'world'>, { req }: WebContext): WaitingProtocol {
  return world.waitingFor({ cookie: req.header('cookie'), acceptLanguage: req.header('accept-language') });
}

/**
 * Leaves for the application, with what the login gives it. Another origin is never redirected to: the browser may come from a form, here or
 * at a member state, and a page in between leads on.
 */
export function leaveForApplication(
  web: Web,
  context: WebContext,
  { attempt, application, page }: PageView,
  path: string,
): Response | Promise<Response> {
  if (page.kind !== 'finished' || !page.wayOn) throw new Error('a login ended, and nobody waits for it');
  const { wayOn, outcome } = page;
  if (wayOn.kind === 'over') {
    const { correlation } = attempt;
    const problem = { kind: wayOn.told ? 'already-finished' : 'unknown-attempt' } as const;
    return showProblem(web, context, { problem, application, correlation, path });
  }
  for (const cookie of wayOn.cookies) context.header('set-cookie', cookie, { append: true });
  if (wayOn.kind === 'page') {
    context.set('contentPolicy', wayOn.headers['content-security-policy']);
    return context.body(wayOn.body, wayOn.status as 200, { ...wayOn.headers });
  }
  const { url } = wayOn;
  const { origin } = web.world.settings;
  if (new URL(url, origin).origin === origin) return context.redirect(url, 303);
  const frame = web.frames({ language: spokenIn(attempt), isOnPath: true, path });
  const target = nameOf(application, frame.words.language);
  const title = frame.words.say(outcome.kind === 'granted' ? 'hop.application' : 'hop.application.back', {
    application: target,
  });
  return context.html(hopPage(frame, { title, text: '', target, departure: { kind: 'redirect', url } }));
}
