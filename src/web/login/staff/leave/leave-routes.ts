import { Hono } from 'hono';
import { pageLanguage } from '../../../http/page-language.ts';
import { readForm } from '../../../http/read-form.ts';
import { sessionSecret, setSessionCookie } from '../../../http/session/session-cookie.ts';
import { loginPath } from '../../../http/session/web-session.ts';
import { showProblem } from '../../../http/show-problem.ts';
import { isOwnForm, type Web, type WebEnv } from '../../../http/web-context.ts';
import { staffLeftPage } from './leave-page.ts';

const MAX_FORM_BYTES = 4_096;

/** Logging out of the pages for staff. */
export function leaveRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/staff/logout', async (context) => {
    const secret = sessionSecret(web, context, 'staff');
    const form = await readForm(context.req.raw, MAX_FORM_BYTES);
    const token = form.kind === 'form' ? (form.fields.get('csrf') ?? '') : '';
    if (secret === null) return context.redirect('/staff/left', 303);
    if (!isOwnForm(web, context, { secret, formToken: '' }, token))
      return showProblem(web, context, { problem: { kind: 'form' } });
    await world.staff.end(secret);
    setSessionCookie(web, context, 'staff', null);
    return context.redirect('/staff/left', 303);
  });

  routes.get('/staff/left', (context) => {
    const frame = web.frames({ language: pageLanguage(context.req.raw, web.languages), path: '/staff/left' });
    return context.html(staffLeftPage(frame, loginPath(null)));
  });
  return routes;
}
