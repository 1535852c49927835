import { Hono } from 'hono';
import { parseStaffPath } from '../../../../domain/staff/index.ts';
import { parseAttemptId } from '../../../../login/index.ts';
import { ownBrowser } from '../../../http/own-browser.ts';
import { pageLanguage } from '../../../http/page-language.ts';
import { sessionSecret, setSessionCookie } from '../../../http/session-cookie.ts';
import { showProblem } from '../../../http/show-problem.ts';
import { readBrowser, type Web, type WebEnv } from '../../../http/web-context.ts';
import { loginPath, readStaff } from '../../../http/web-session.ts';
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
    const browser = ownBrowser(web, context).binding;
    const id = await world.staff.begin({
      browser,
      language: pageLanguage(context.req.raw, web.languages),
      to,
      by,
    });
    const country = by?.country && by.tile === 'eidas' ? `/country/${by.country}` : '';
    return context.redirect(`/login/${id}${country}`, 303);
  });

  routes.get('/staff/enter/:id', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const binding = world.bindBrowser(readBrowser(web, context).secret ?? '');
    const entry = await world.staff.enter(id, binding, sessionSecret(web, context, 'staff'));
    switch (entry.kind) {
      case 'problem':
        return showProblem(web, context, {
          ...entry.view,
          path: `/login/${id}`,
          formToken: readBrowser(web, context).formToken,
        });
      case 'unknown':
        return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
      case 'not-finished':
        return context.redirect(`/login/${id}`, 303);
      case 'used':
        return context.redirect(loginPath(entry.to), 303);
      case 'entered':
        setSessionCookie(web, context, 'staff', entry.secret);
        return context.redirect(entry.to, 303);
    }
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
