import type { Hono } from 'hono';
import { joinActs } from '../../http/area.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { againRoutes } from './again/again-routes.ts';
import { enterRoutes } from './enter/enter-routes.ts';
import { leaveRoutes } from './leave/leave-routes.ts';
import { moreTimeRoutes } from './more-time/more-time-routes.ts';

/** Logging in to the pages for staff, and out of them. */
export function staffRoutes(web: Web): Hono<WebEnv> {
  return joinActs(web, [enterRoutes, againRoutes, leaveRoutes, moreTimeRoutes]);
}
