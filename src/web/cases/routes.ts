import { Hono } from 'hono';
import { openSearchSeal } from '../http/sealed-search.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { requireStaff } from '../http/web-session.ts';
import { assignRoutes } from './assign/assign-routes.ts';
import { nextRoutes } from './case/next/next-routes.ts';
import { caseRoutes } from './case/routes.ts';
import { deskPage } from './desk-page.ts';
import { joinRoutes } from './joins/joins-routes.ts';
import { listRoutes } from './list/list-routes.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { matchingLogRoutes } from './matching-log/matching-log-routes.ts';
import { overviewRoutes } from './overview/overview-routes.ts';
import { reportRoutes } from './reports/reports-routes.ts';
import { secondCheckRoutes } from './second-check/second-check-routes.ts';
import { settingsPage } from './settings/settings-page.ts';
import { templateRoutes } from './write-template/write-template-routes.ts';

/** Everything under `/cases`, for agents alone. The pages of one case come last: their address begins with its id. */
export function casesRoutes(web: Web): Hono<WebEnv> {
  const seal = openSearchSeal(web.world.settings.formKey);
  const routes = new Hono<WebEnv>();
  routes.use('/cases', requireStaff(web, 'cases'));
  routes.use('/cases/*', requireStaff(web, 'cases'));
  routes.route('/', overviewRoutes(web));
  routes.route('/', listRoutes(web, seal));
  routes.route('/', assignRoutes(web, seal));
  routes.route('/', secondCheckRoutes(web));
  routes.route('/', templateRoutes(web));
  routes.route('/', mailRoutes(web));
  routes.route('/', reportRoutes(web));
  routes.route('/', matchingLogRoutes(web));
  routes.route('/', joinRoutes(web));
  routes.get('/cases/settings', (context) =>
    context.html(settingsPage(deskPage(web, context), web.world.casework)),
  );
  routes.route('/', nextRoutes(web));
  routes.route('/', caseRoutes(web));
  return routes;
}
