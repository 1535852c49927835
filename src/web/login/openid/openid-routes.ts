import { Hono } from 'hono';
import { showProblem } from '../../http/show-problem.ts';
import { readBrowser, type Web, type WebEnv } from '../../http/web-context.ts';
import { waitingIn } from '../leave.ts';
import { followArrival } from '../show-arrival.ts';

/**
 * Where OpenID providers send people back to: an address for each, so that the answer of one is never taken for that of another (RFC 9700,
 * 4.4.2). It comes from another site, by a GET that carries our cookie (SameSite=Lax). No page of ours stays at that address: the code in
 * it belongs in no history (RFC 9700, 4.3.1).
 */
export function openidRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.on(['GET', 'HEAD'], '/means/:provider/callback', async (context) => {
    // A code counts once: nothing is done with it for whoever only looks whether the page is there.
    if (context.req.method === 'HEAD') return context.body(null, 204);
    const { secret } = readBrowser(web, context);
    const came = await world.openId.comeBack(
      {
        provider: context.req.param('provider'),
        state: context.req.query('state') ?? '',
        search: new URL(context.req.url).search,
        browser: world.bindBrowser(secret ?? ''),
      },
      waitingIn(web, context),
    );
    return came.kind === 'unknown'
      ? showProblem(web, context, { problem: { kind: 'unknown-attempt' } })
      : followArrival(web, context, came);
  });

  routes.all('/means/:provider/callback', (context) => {
    context.header('allow', 'GET');
    return showProblem(web, context, { problem: { kind: 'method' } });
  });
  return routes;
}
