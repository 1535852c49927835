import { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import { requireStaff } from '../http/session/web-session.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { addOrganisationRoutes } from './add-organisation/add-organisation-routes.ts';
import { applicationRoutes } from './application/application-routes.ts';
import { applicationsRoutes } from './applications/applications-routes.ts';
import { appointAdministratorRoutes } from './appoint-administrator/appoint-administrator-routes.ts';
import { decideInvitationRoutes } from './decide-invitation/decide-invitation-routes.ts';
import { endAdministratorRoutes } from './end-administrator/end-administrator-routes.ts';
import { endOrganisationRoutes } from './end-organisation/end-organisation-routes.ts';
import { endStaffRoutes } from './end-staff/end-staff-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import { inviteStaffRoutes } from './invite-staff/invite-staff-routes.ts';
import { organisationRoutes } from './organisation/organisation-routes.ts';
import { organisationsRoutes } from './organisations/organisations-routes.ts';
import { renameOrganisationRoutes } from './rename-organisation/rename-organisation-routes.ts';
import { requestRoutes } from './request/request-routes.ts';
import { requestsRoutes } from './requests/requests-routes.ts';
import { staffRoutes } from './staff/staff-routes.ts';
import { targetGroupsRoutes } from './target-groups/target-groups-routes.ts';
import { withdrawInvitationRoutes } from './withdraw-invitation/withdraw-invitation-routes.ts';

/** Everything under `/platform`, for platform administrators alone. What an address names by a word comes before what it names by an id. */
export function openPlatformRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.use('/platform', requireStaff(web, 'platform'));
  routes.use('/platform/*', requireStaff(web, 'platform'));
  routes.route(
    '/',
    joinActs(web, [
      homeRoutes,
      organisationsRoutes,
      addOrganisationRoutes,
      renameOrganisationRoutes,
      endOrganisationRoutes,
      appointAdministratorRoutes,
      endAdministratorRoutes,
      decideInvitationRoutes,
      organisationRoutes,
      requestsRoutes,
      requestRoutes,
      staffRoutes,
      inviteStaffRoutes,
      withdrawInvitationRoutes,
      endStaffRoutes,
      targetGroupsRoutes,
      applicationsRoutes,
      applicationRoutes,
    ]),
  );
  return routes;
}
