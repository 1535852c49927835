import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { openedAccount } from '../owner.ts';
import { keysDone, keysPage } from './keys-page.ts';

/** `/account/keys`: everything by which somebody gets in. */
export function keysRoutes(web: Web): Hono<WebEnv> {
  const { account, accountKeys, keyResets } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/account/keys', async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const { frame, owner } = opened;
    const [ways, listed, reset] = await Promise.all([
      account.viewWays({ owner }),
      accountKeys.listKeys({ person: owner.person }),
      keyResets.ownReset({ person: owner.person }),
    ]);
    const done = keysDone.find((each) => each === context.req.query('done')) ?? null;
    return context.html(keysPage(frame, { ways, listed, reset, done }));
  });
  return routes;
}
