import { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import { requireStaff } from '../http/session/web-session.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { assignRoutes } from './assign/assign-routes.ts';
import { caseRoutes } from './case/routes.ts';
import { decideJoinRoutes } from './decide-join/decide-join-routes.ts';
import { decideRemovalRoutes } from './decide-removal/decide-removal-routes.ts';
import { decideResetRoutes } from './decide-reset/decide-reset-routes.ts';
import { findLinksRoutes } from './find-links/find-links-routes.ts';
import { joinsRoutes } from './joins/joins-routes.ts';
import { listRoutes } from './list/list-routes.ts';
import { mailRoutes } from './mail/mail-routes.ts';
import { makeLiveRoutes } from './make-live/make-live-routes.ts';
import { matchingLogRoutes } from './matching-log/matching-log-routes.ts';
import { overviewRoutes } from './overview/overview-routes.ts';
import { proposeRemovalRoutes } from './propose-removal/propose-removal-routes.ts';
import { reportsRoutes } from './reports/reports-routes.ts';
import { resetsRoutes } from './resets/resets-routes.ts';
import { savedListsRoutes } from './saved-lists/saved-lists-routes.ts';
import { secondCheckRoutes } from './second-check/second-check-routes.ts';
import { settingsRoutes } from './settings/settings-routes.ts';
import { takeNextRoutes } from './take-next/take-next-routes.ts';
import { templatesRoutes } from './templates/templates-routes.ts';
import { writeTemplateRoutes } from './write-template/write-template-routes.ts';

/** Everything under `/cases`, for agents alone. The pages of one case come last: their address begins with its id. */
export function openCasesRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.use('/cases', requireStaff(web, 'cases'));
  routes.use('/cases/*', requireStaff(web, 'cases'));
  routes.route(
    '/',
    joinActs(web, [
      overviewRoutes,
      takeNextRoutes,
      listRoutes,
      savedListsRoutes,
      assignRoutes,
      secondCheckRoutes,
      decideRemovalRoutes,
      templatesRoutes,
      writeTemplateRoutes,
      makeLiveRoutes,
      mailRoutes,
      reportsRoutes,
      matchingLogRoutes,
      joinsRoutes,
      decideJoinRoutes,
      resetsRoutes,
      decideResetRoutes,
      settingsRoutes,
      findLinksRoutes,
      proposeRemovalRoutes,
      caseRoutes,
    ]),
  );
  return routes;
}
