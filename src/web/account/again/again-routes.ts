import { Hono } from 'hono';
import { accountHome, isFreshOwner, parseAccountPath } from '../../../domain/account/index.ts';
import { AGAIN } from '../../http/form-again.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { outsideFrame, readOwner } from '../owner.ts';
import { loginTooOldPage, sessionOverPage } from './again-page.ts';

/** Why another login is asked of somebody in their account, and the way to it and back. */
export function againRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account/again', async (context) => {
    const to = parseAccountPath(context.req.query('to') ?? '') ?? accountHome;
    const now = web.world.clock();
    const props = { to, keeps: new RegExp(`[?&]${AGAIN}=`).test(to), now };
    const opened = await readOwner(web, context);
    // Logged in meanwhile, in another window: the step can be taken.
    if (opened && isFreshOwner(opened.owner, now)) return context.redirect(to, 303);
    return context.html(
      opened
        ? loginTooOldPage(opened.frame, opened.owner, props)
        : sessionOverPage(outsideFrame(web, context), props),
    );
  });
  return routes;
}
