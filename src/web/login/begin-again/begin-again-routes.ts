import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { readOwnForm } from '../own-form.ts';

/** From the page that says that a login has ended: the same, once more. */
export function beginAgainRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/login/:id/again', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    const begun = await world.login.beginAgain(form.id, world.bindBrowser(form.secret));
    return context.redirect(`/login/${begun.kind === 'moved' ? begun.attempt.id : form.id}`, 303);
  });
  return routes;
}
