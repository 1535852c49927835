import { Hono } from 'hono';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { settingsPage } from './settings-page.ts';

/** `/cases/settings`: which periods count, and which reasons there are. */
export function settingsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/cases/settings', (context) =>
    context.html(settingsPage(staffPage(web, context), web.world.casework)),
  );
  return routes;
}
