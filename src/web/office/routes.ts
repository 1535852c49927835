import { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import { requireStaff } from '../http/session/web-session.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { caseRoutes } from './case/case-routes.ts';
import { findRoutes } from './find/find-routes.ts';
import { newCaseRoutes } from './new-case/new-case-routes.ts';
import { searchRoutes } from './search/search-routes.ts';
import { slipRoutes } from './slip/slip-routes.ts';
import { startRoutes } from './start/start-routes.ts';

/** `/office`: the counter of a registration office. */
export function openOfficeRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.use('/office', requireStaff(web, 'office'));
  routes.use('/office/*', requireStaff(web, 'office'));
  routes.route(
    '/',
    joinActs(web, [startRoutes, searchRoutes, findRoutes, newCaseRoutes, caseRoutes, slipRoutes]),
  );
  return routes;
}
