import { Hono } from 'hono';
import { accountHome, parseAccountPath } from '../../../domain/account/index.ts';
import { pageLanguage } from '../../http/page-language.ts';
import { enterOwn } from '../../http/session/enter-own.ts';
import { beginningBrowser } from '../../http/session/own-browser.ts';
import { setSessionCookie } from '../../http/session/session-cookie.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { outsidePage } from '../outside-page.ts';
import { loginPath, outsideFrame, readOwner } from '../owner.ts';

/** Logging in to one's own account. */
export function enterRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/account/login', async (context) => {
    const to = parseAccountPath(context.req.query('to') ?? '') ?? accountHome;
    const wantsFresh = context.req.query('fresh') === '1';
    if (!wantsFresh && (await readOwner(web, context))) return context.redirect(to, 303);
    const language = pageLanguage(context.req.raw, web.languages);
    const id = await world.accounts.begin({ ...beginningBrowser(web, context), language, to });
    return context.redirect(`/login/${id}`, 303);
  });

  routes.get('/account/enter/:id', async (context) => {
    const entry = await enterOwn(web, context, 'account', world.accounts.enter);
    if (entry instanceof Response) return entry;
    if (entry.kind === 'used') return context.redirect(loginPath(entry.to), 303);
    setSessionCookie(web, context, 'account', entry.secret);
    return context.redirect(entry.to, 303);
  });

  routes.get('/account/stopped', (context) => {
    const to = parseAccountPath(context.req.query('to') ?? '');
    return context.html(outsidePage(outsideFrame(web, context), 'account.stopped', loginPath(to)));
  });
  return routes;
}
