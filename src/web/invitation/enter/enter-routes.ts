import { Hono } from 'hono';
import { chooseLanguage } from '../../http/choose-language.ts';
import { enterOwn } from '../../http/session/enter-own.ts';
import { setSessionCookie } from '../../http/session/session-cookie.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { showClosed } from '../show-closed.ts';

/** The end of a login that accepts an invitation, and of one that was given up. */
export function enterRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/invitation/enter/:id', async (context) => {
    const entry = await enterOwn(web, context, 'staff', world.invitations.enter);
    if (entry instanceof Response) return entry;
    if (entry.kind === 'closed') return showClosed(web, context, entry.standing);
    setSessionCookie(web, context, 'staff', entry.secret);
    return context.redirect(entry.to, 303);
  });

  routes.get(
    '/invitation/stopped',
    (context) => chooseLanguage(web, context) ?? showClosed(web, context, 'stopped'),
  );
  return routes;
}
