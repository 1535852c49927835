import type { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { bindRoutes } from './bind/bind-routes.ts';
import { reportRoutes } from './report/report-routes.ts';
import { stopRoutes } from './stop/stop-routes.ts';

/** Saying that one lost every key, and the two links of the mails that follow. */
export function openResetRoutes(web: Web): Hono<WebEnv> {
  return joinActs(web, [reportRoutes, stopRoutes, bindRoutes]);
}
