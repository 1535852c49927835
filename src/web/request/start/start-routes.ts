import { Hono } from 'hono';
import { chooseLanguage } from '../../http/choose-language.ts';
import { sessionSecret } from '../../http/session/session-cookie.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { outsideFrame, startFrame } from '../applicant.ts';
import { endedPage } from '../arrival-page.ts';
import { hasPlace } from '../come-back.ts';
import { startPage } from './start-page.ts';

/** `/request`: how one comes to a request; the same once a session is over. */
export function startRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/request', async (context) => {
    const secret = sessionSecret(web, context, 'applicant');
    const found = secret === null ? null : await world.applicants.find(secret);
    if (found) return context.redirect('/request/status', 303);
    return chooseLanguage(web, context) ?? context.html(startPage(outsideFrame(web, context)));
  });

  routes.get('/request/ended', (context) => {
    const isFileLost = context.req.query('lost') === 'file';
    const page = endedPage(startFrame(web, context), { isKept: hasPlace(web, context), isFileLost });
    return chooseLanguage(web, context) ?? context.html(page);
  });
  return routes;
}
