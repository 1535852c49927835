import { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import { answerLanguage } from '../http/session/person-pages.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { accessRoutes } from './access/access-routes.ts';
import { accessTestRoutes } from './access-test/access-test-routes.ts';
import { activityRoutes } from './activity/activity-routes.ts';
import { addPersonRoutes } from './add-person/add-person-routes.ts';
import { administratorsRoutes } from './administrators/administrators-routes.ts';
import { againRoutes } from './again/again-routes.ts';
import { appointRoutes } from './appoint/appoint-routes.ts';
import { changePersonRoutes } from './change-person/change-person-routes.ts';
import { chooseRoutes } from './choose/choose-routes.ts';
import { detailsRoutes } from './details/details-routes.ts';
import { endAdministratorRoutes } from './end-administrator/end-administrator-routes.ts';
import { endWorkRoutes } from './end-work/end-work-routes.ts';
import { endingRoutes } from './ending/ending-routes.ts';
import { enterRoutes } from './enter/enter-routes.ts';
import { giveAccessRoutes } from './give-access/give-access-routes.ts';
import { handOverRoutes } from './hand-over/hand-over-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import { invitationsRoutes } from './invitations/invitations-routes.ts';
import { leaveRoutes } from './leave/leave-routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { personRoutes } from './person/person-routes.ts';
import { requestsRoutes } from './requests/requests-routes.ts';
import { rightRoutes } from './right/right-routes.ts';
import { takeOverRoutes } from './take-over/take-over-routes.ts';

/** The pages of organisations, for whoever administers them. Each form leads on to a page by 303. Everything works without script. */
export function openOrganisationRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.use('/organisation/*', answerLanguage(web));
  routes.route(
    '/',
    joinActs(web, [
      enterRoutes,
      againRoutes,
      leaveRoutes,
      chooseRoutes,
      homeRoutes,
      giveAccessRoutes,
      rightRoutes,
      endingRoutes,
      accessRoutes,
      accessTestRoutes,
      peopleRoutes,
      addPersonRoutes,
      invitationsRoutes,
      personRoutes,
      changePersonRoutes,
      endWorkRoutes,
      administratorsRoutes,
      appointRoutes,
      endAdministratorRoutes,
      handOverRoutes,
      takeOverRoutes,
      requestsRoutes,
      activityRoutes,
      detailsRoutes,
    ]),
  );
  return routes;
}
