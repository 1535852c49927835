import { Hono } from 'hono';
import type { Web, WebEnv } from '../../../http/web-context.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { backToCase, CASE, readSent } from '../case-context.ts';

/** Taking a case that nobody has in hand. */
export function takeRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  // This form stands on the page of the case.
  routes.get(`${CASE}/take`, (context) => backToCase(context));

  routes.post(`${CASE}/take`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const answer = await desk.assignCases({ by: sent.by, cases: [sent.id], to: sent.by.person });
    if ('kind' in answer) return showDeskRefusal(web, context, answer);
    return context.redirect(`/cases/${sent.id}${answer.assigned.length > 0 ? '?done=taken' : ''}`, 303);
  });
  return routes;
}
