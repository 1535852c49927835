import { Hono } from 'hono';
import { parseAttemptId } from '../../../login/index.ts';
import { ownBrowser } from '../../http/own-browser.ts';
import { pageLanguage } from '../../http/page-language.ts';
import { sessionSecret, setSessionCookie } from '../../http/session-cookie.ts';
import { showProblem } from '../../http/show-problem.ts';
import { readBrowser, type Web, type WebEnv } from '../../http/web-context.ts';
import { chooseLanguage, outsideFrame } from '../applicant.ts';
import { takePlace } from '../come-back.ts';
import { noRequestPage, stoppedPage } from './enter-page.ts';

/** Logging in with an eID to one's own request. */
export function enterRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/request/login', async (context) => {
    const browser = ownBrowser(web, context).binding;
    const id = await world.applicants.begin({
      browser,
      language: pageLanguage(context.req.raw, web.languages),
    });
    return context.redirect(`/login/${id}`, 303);
  });

  routes.get('/request/enter/:id', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const binding = world.bindBrowser(readBrowser(web, context).secret ?? '');
    const entry = await world.applicants.enter(id, binding, sessionSecret(web, context, 'applicant'));
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
        return context.redirect('/request', 303);
      case 'no-request':
        return chooseLanguage(web, context) ?? context.html(noRequestPage(outsideFrame(web, context)), 404);
      case 'entered':
        setSessionCookie(web, context, 'applicant', entry.secret);
        return context.redirect(takePlace(web, context, '/request/status'), 303);
    }
  });

  routes.get('/request/stopped', (context) => {
    return chooseLanguage(web, context) ?? context.html(stoppedPage(outsideFrame(web, context)));
  });
  return routes;
}
