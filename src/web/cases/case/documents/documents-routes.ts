import { Hono } from 'hono';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { CASE, openCase } from '../case-context.ts';
import { documentsPage } from './documents-page.ts';

/** The documents of a case. */
export function documentsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/documents`, async (context) => {
    const opened = await openCase(web, context);
    return opened instanceof Response
      ? opened
      : context.html(documentsPage(opened, context.req.query('done')));
  });
  return routes;
}
