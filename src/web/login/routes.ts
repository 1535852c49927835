import type { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { beginAgainRoutes } from './begin-again/begin-again-routes.ts';
import { bindAccountRoutes } from './bind-account/bind-account-routes.ts';
import { eidasRoutes } from './eidas/eidas-routes.ts';
import { journeyRoutes } from './journey/journey-routes.ts';
import { meansRoutes } from './means/means-routes.ts';
import { moreTimeRoutes } from './more-time/more-time-routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { toCountryRoutes } from './to-country/to-country-routes.ts';
import { toRequestRoutes } from './to-request/to-request-routes.ts';

/** A login, from its first page to the application; and the logins to our own pages for staff. */
export function openLoginRoutes(web: Web): Hono<WebEnv> {
  return joinActs(web, [
    journeyRoutes,
    meansRoutes,
    toCountryRoutes,
    moreTimeRoutes,
    beginAgainRoutes,
    bindAccountRoutes,
    toRequestRoutes,
    eidasRoutes,
    staffRoutes,
  ]);
}
