import { Hono } from 'hono';
import { chooseLanguage } from '../../http/choose-language.ts';
import { setSessionCookie } from '../../http/session/session-cookie.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { outsideFrame, readApplicantForm } from '../applicant.ts';
import { leftPage } from './leave-page.ts';

/** Logging out of a request. */
export function leaveRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/request/leave', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    await world.applicants.end(form.secret);
    setSessionCookie(web, context, 'applicant', null);
    return context.redirect('/request/left', 303);
  });

  routes.get('/request/left', (context) => {
    return chooseLanguage(web, context) ?? context.html(leftPage(outsideFrame(web, context)));
  });
  return routes;
}
