import { Hono } from 'hono';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { backToCase, CASE, readSent } from '../case-context.ts';
import { settle } from '../settle.ts';

/** Giving a case back. */
export function releaseRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  // This form stands on the page of the case.
  routes.get(`${CASE}/release`, (context) => backToCase(context));

  routes.post(`${CASE}/release`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const answer = await desk.releaseOwnCase({ by: sent.by, case: sent.id, version: sent.version });
    return settle(web, context, answer, { done: 'released', sent, page: `/cases/${sent.id}` });
  });
  return routes;
}
