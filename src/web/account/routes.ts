import { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import { answerLanguage } from '../http/session/person-pages.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { accessRoutes } from './access/access-routes.ts';
import { accessRequestRoutes } from './access-request/access-request-routes.ts';
import { actingRoutes } from './acting/acting-routes.ts';
import { addAddressRoutes } from './add-address/add-address-routes.ts';
import { addAppRoutes } from './add-app/add-app-routes.ts';
import { addPasskeyRoutes } from './add-passkey/add-passkey-routes.ts';
import { againRoutes } from './again/again-routes.ts';
import { askAccessRoutes } from './ask-access/ask-access-routes.ts';
import { blockMeansRoutes } from './block-means/block-means-routes.ts';
import { deepLinkRoutes } from './deep-link/deep-link-routes.ts';
import { endLoginsRoutes } from './end-logins/end-logins-routes.ts';
import { enterRoutes } from './enter/enter-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import { invitationsRoutes } from './invitations/invitations-routes.ts';
import { keysRoutes } from './keys/keys-routes.ts';
import { leaveRoutes } from './leave/leave-routes.ts';
import { recoveryCodesRoutes } from './recovery-codes/recovery-codes-routes.ts';
import { removeKeyRoutes } from './remove-key/remove-key-routes.ts';
import { renameKeyRoutes } from './rename-key/rename-key-routes.ts';
import { sessionsRoutes } from './sessions/sessions-routes.ts';
import { stopResetRoutes } from './stop-reset/stop-reset-routes.ts';
import { unlinkEidRoutes } from './unlink-eid/unlink-eid-routes.ts';

/** The pages of one's own account. Each form leads on to a page by 303. Everything works without script. */
export function openAccountRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.use('/account/*', answerLanguage(web));
  routes.route(
    '/',
    joinActs(web, [
      enterRoutes,
      againRoutes,
      leaveRoutes,
      homeRoutes,
      keysRoutes,
      addPasskeyRoutes,
      addAppRoutes,
      recoveryCodesRoutes,
      addAddressRoutes,
      renameKeyRoutes,
      removeKeyRoutes,
      unlinkEidRoutes,
      stopResetRoutes,
      blockMeansRoutes,
      actingRoutes,
      accessRoutes,
      askAccessRoutes,
      accessRequestRoutes,
      deepLinkRoutes,
      invitationsRoutes,
      sessionsRoutes,
      endLoginsRoutes,
    ]),
  );
  return routes;
}
