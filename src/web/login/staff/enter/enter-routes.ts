import { Hono } from 'hono';
import { parseStaffPath } from '../../../../domain/staff/index.ts';
import { pageLanguage } from '../../../http/page-language.ts';
import { enterOwn } from '../../../http/session/enter-own.ts';
import { beginningBrowser } from '../../../http/session/own-browser.ts';
import { setSessionCookie } from '../../../http/session/session-cookie.ts';
import { loginPath, readStaff } from '../../../http/session/web-session.ts';
import { showProblem } from '../../../http/show-problem.ts';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { tilePath } from '../../tile-path.ts';
import { staffStoppedPage } from './enter-page.ts';

/** Logging in to the pages for staff. */
export function enterRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/staff/login', async (context) => {
    const to = parseStaffPath(context.req.query('to') ?? '/cases') ?? parseStaffPath('/cases');
    if (!to) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const wantsFresh = context.req.query('fresh') === '1';
    const member = await readStaff(web, context);
    if (!wantsFresh && member) return context.redirect(to, 303);
    const by = context.req.query('by') === 'same' ? (member?.loggedInBy ?? null) : null;
    const id = await world.staff.begin({
      ...beginningBrowser(web, context),
      language: pageLanguage(context.req.raw, web.languages),
      to,
    });
    // The person chose it on the page before; what is not on offer any more leads to all means.
    return context.redirect(by === null ? `/login/${id}` : tilePath(`/login/${id}`, by), 303);
  });

  routes.get('/staff/enter/:id', async (context) => {
    const entry = await enterOwn(web, context, 'staff', world.staff.enter);
    if (entry instanceof Response) return entry;
    if (entry.kind === 'used') return context.redirect(loginPath(entry.to), 303);
    setSessionCookie(web, context, 'staff', entry.secret);
    return context.redirect(entry.to, 303);
  });

  routes.get('/staff/stopped', (context) => {
    const to = parseStaffPath(context.req.query('to') ?? '');
    const frame = web.frames({
      language: pageLanguage(context.req.raw, web.languages),
      path: '/staff/stopped',
    });
    return context.html(staffStoppedPage(frame, loginPath(to)));
  });
  return routes;
}
