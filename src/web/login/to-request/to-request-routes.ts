import { Hono } from 'hono';
import { isRegistered } from '../../http/registered-login.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { readOwnForm } from '../own-form.ts';

/** From a login that waits for a request to the request itself. */
export function toRequestRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/login/:id/request', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    const view = await world.login.show(form.id, world.bindBrowser(form.secret));
    if (isRegistered(view)) return web.registered.open(web, context, view);
    return context.redirect(`/login/${form.id}`, 303);
  });
  return routes;
}
