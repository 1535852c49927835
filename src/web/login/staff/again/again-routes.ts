import { Hono } from 'hono';
import { isLanguage, type Language } from '../../../../base/language.ts';
import { isFresh, parseStaffPath } from '../../../../domain/staff/index.ts';
import { AGAIN } from '../../../http/form-again.ts';
import { pageLanguage, rememberLanguage } from '../../../http/page-language.ts';
import { openStaffPage, staffFrame } from '../../../http/session/web-session.ts';
import { showProblem } from '../../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { loginTooOldPage, sessionOverPage } from './again-page.ts';

/** Why another login is asked of somebody at work, and the way to it and back. */
export function againRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/staff/again', (context) => showAgain(web, context));
  return routes;
}

/** The page that says why another login is asked, and leads to it and back. */
async function showAgain(web: Web, context: WebContext): Promise<Response> {
  const to = parseStaffPath(context.req.query('to') ?? '/cases') ?? parseStaffPath('/cases');
  if (!to) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const now = web.world.clock();
  const props = { to, keeps: new RegExp(`[?&]${AGAIN}=`).test(to), now };
  const member = await openStaffPage(web, context);
  // Logged in meanwhile, in another window: the step can be taken.
  if (member && isFresh(member, now)) return context.redirect(to, 303);
  const asked = context.req.query('lang');
  if (isLanguage(asked)) rememberLanguage(web, context, asked);
  if (member) return context.html(loginTooOldPage(staffFrame(web, context), member, props));
  const path = `/staff/again?to=${encodeURIComponent(to)}`;
  const frame = web.frames({ language: pageLanguage(context.req.raw, web.languages), path: '/staff/again' });
  const languagePath = (language: Language) => `${path}&lang=${language}`;
  return context.html(sessionOverPage({ ...frame, languagePath }, props));
}
