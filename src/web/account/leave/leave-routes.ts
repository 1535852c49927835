import { Hono } from 'hono';
import { sessionSecret, setSessionCookie } from '../../http/session/session-cookie.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { outsidePage } from '../outside-page.ts';
import { loginPath, outsideFrame, readAccountForm } from '../owner.ts';

/** Logging out of one's own account. */
export function leaveRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/account/leave', async (context) => {
    const secret = sessionSecret(web, context, 'account');
    const isOver = secret === null || (await world.accounts.find(secret)) === null;
    if (isOver) return context.redirect('/account/left', 303);
    const form = await readAccountForm(web, context);
    if (form instanceof Response) return form;
    await world.accounts.end(form.secret);
    setSessionCookie(web, context, 'account', null);
    return context.redirect('/account/left', 303);
  });

  routes.get('/account/left', (context) => {
    return context.html(outsidePage(outsideFrame(web, context), 'account.left', loginPath(null)));
  });
  return routes;
}
