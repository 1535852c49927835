import { Hono } from 'hono';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { emptyQuery, filterOf } from '../list-query.ts';
import { removalOutcomes, secondCheckPage } from './second-check-page.ts';

const CASES_SHOWN = 100;

/** `/cases/second-check`: what waits for a second agent. */
export function secondCheckRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases/second-check', async (context) => {
    const by = actingOf(context);
    const filter = filterOf(emptyQuery('to-confirm'), CASES_SHOWN);
    const [cases, waiting] = await Promise.all([
      desk.listCases({ by, filter, look: { list: 'second-check' } }),
      desk.listLinkRemovals({ by }),
    ]);
    const done = removalOutcomes.find((each) => each === context.req.query('done')) ?? null;
    const names = new Map([...cases.names, ...waiting.names]);
    return context.html(
      secondCheckPage(staffPage(web, context), {
        cases: cases.rows,
        total: cases.total,
        removals: waiting.removals,
        names,
        done,
      }),
    );
  });
  return routes;
}
