import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { readOwnForm } from '../own-form.ts';

/** More time in a login that is about to end. */
export function moreTimeRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/login/:id/more-time', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    await world.giveMoreTime(form.id, world.bindBrowser(form.secret));
    return context.redirect(`/login/${form.id}`, 303);
  });
  return routes;
}
