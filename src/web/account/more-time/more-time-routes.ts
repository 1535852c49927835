import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { readAccountForm } from '../owner.ts';

/** More time in a session that is about to end. */
export function moreTimeRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  // Asking for it is using the session; the page that follows tells the script how much time there is.
  routes.post('/account/more-time', async (context) => {
    const form = await readAccountForm(web, context);
    return form instanceof Response ? form : context.redirect('/account', 303);
  });
  return routes;
}
