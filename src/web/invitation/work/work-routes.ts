import { Hono } from 'hono';
import { parseWorkInvitationSecret } from '../../../domain/work-invitation/index.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import { browserFrame } from '../../http/session/browser-frame.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { workPage } from './work-page.ts';

/** The link of a work invitation. To look at it changes nothing, for programs look at links in mails before people do; it is answered after a login. */
export function workRoutes(web: Web): Hono<WebEnv> {
  const { workInvitations, settings } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/invitation/work/:secret', async (context) => {
    const changed = chooseLanguage(web, context);
    if (changed) return changed;
    const secret = parseWorkInvitationSecret(context.req.param('secret'));
    const view = secret && (await workInvitations.view({ secret }));
    const login = `/account/login?to=${encodeURIComponent(`/account/invitations/link/${secret ?? ''}`)}`;
    const page = workPage(browserFrame(web, context), { view, login, contact: settings.contact });
    return context.html(page, view === null ? 404 : view.standing === 'open' ? 200 : 410);
  });
  return routes;
}
