import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { openedAccount } from '../owner.ts';
import { actingPage } from './acting-page.ts';

/** `/account/acting`: for whom somebody may act. */
export function actingRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account/acting', async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const acting = await web.world.accessOverview.acting({ person: opened.owner.person });
    const query = (context.req.query('q') ?? '').trim().slice(0, 60);
    return context.html(actingPage(opened.frame, acting, query));
  });
  return routes;
}
