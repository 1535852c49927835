import { Hono } from 'hono';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { templateListPage } from './templates-page.ts';

/** `/cases/templates`: the texts of mails and wordings. Everybody at work on cases may read them. */
export function templatesRoutes(web: Web): Hono<WebEnv> {
  const { templates } = web.world;
  const routes = new Hono<WebEnv>();
  routes.get('/cases/templates', async (context) =>
    context.html(templateListPage(staffPage(web, context), await templates.listTemplates({}))),
  );
  return routes;
}
