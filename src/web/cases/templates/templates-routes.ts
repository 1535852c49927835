import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { deskPage } from '../desk-page.ts';
import { templateListPage } from './templates-page.ts';

/** `/cases/templates`: the texts of mails and wordings. Everybody at work on cases may read them. */
export function templatesRoutes(web: Web): Hono<WebEnv> {
  const { templates } = web.world;
  const routes = new Hono<WebEnv>();
  routes.get('/cases/templates', async (context) =>
    context.html(templateListPage(deskPage(web, context), await templates.listTemplates({}))),
  );
  return routes;
}
