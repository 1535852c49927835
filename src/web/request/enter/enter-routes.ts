import { Hono } from 'hono';
import { chooseLanguage } from '../../http/choose-language.ts';
import { pageLanguage } from '../../http/page-language.ts';
import { enterOwn } from '../../http/session/enter-own.ts';
import { beginningBrowser } from '../../http/session/own-browser.ts';
import { setSessionCookie } from '../../http/session/session-cookie.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { outsideFrame } from '../applicant.ts';
import { takePlace } from '../come-back.ts';
import { noRequestPage, stoppedPage } from './enter-page.ts';

/** Logging in with an eID to one's own request. */
export function enterRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/request/login', async (context) => {
    const id = await world.applicants.begin({
      ...beginningBrowser(web, context),
      language: pageLanguage(context.req.raw, web.languages),
    });
    return context.redirect(`/login/${id}`, 303);
  });

  routes.get('/request/enter/:id', async (context) => {
    const entry = await enterOwn(web, context, 'applicant', world.applicants.enter);
    if (entry instanceof Response) return entry;
    switch (entry.kind) {
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
