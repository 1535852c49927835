import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { openedAccount } from '../owner.ts';
import { sessionsDone, sessionsPage } from './sessions-page.ts';

/** `/account/sessions`: where somebody is logged in. */
export function sessionsRoutes(web: Web): Hono<WebEnv> {
  const { account, applications } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/account/sessions', async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const devices = await account.viewDevices(opened);
    const known = new Map((await applications()).map((each) => [each.id, each]));
    const done = sessionsDone.find((each) => each === context.req.query('done')) ?? null;
    return context.html(sessionsPage(opened.frame, { devices, applications: known, done }));
  });
  return routes;
}
