import { Hono } from 'hono';
import { dayOf } from '../../../base/calendar.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { emptyQuery, filterOf } from '../list-query.ts';
import { backlogChart, reportFigure } from '../report-charts.ts';
import { overviewPage } from './overview-page.ts';

/** `/cases`: the overview, with what waits. */
export function overviewRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases', async (context) => {
    const by = actingOf(context);
    const first = { ...emptyQuery('all', 'open'), sort: 'submitted' } as const;
    const page = staffPage(web, context);
    const [counts, open, removals, report] = await Promise.all([
      desk.countCases({ by }),
      desk.listCases({ by, filter: filterOf(first, 1), look: { list: 'overview' } }),
      desk.countLinkRemovals({ by }),
      web.world.reports.backlog(page.now),
    ]);
    return context.html(
      overviewPage(page, {
        counts,
        oldest: open.rows[0] ?? null,
        backlog: reportFigure(page.frame, 'backlog', backlogChart(page.frame, report, dayOf(page.now)), null),
        toCheck: counts.toConfirm + removals,
        noneToTake: context.req.query('next') === 'none',
      }),
    );
  });

  return routes;
}
