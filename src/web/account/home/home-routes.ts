import { Hono } from 'hono';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { openedAccount } from '../owner.ts';
import { homePage } from './home-page.ts';

/** `/account`: the first page of one's own account. */
export function homeRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/account', async (context) => {
    const opened = await openedAccount(web, context);
    if (opened instanceof Response) return opened;
    const view = await web.world.account.viewAccount(opened);
    const { person } = opened.owner;
    const ways = await web.world.accountKeys.listKeys({ person });
    const reset = await web.world.keyResets.ownReset({ person });
    const invited = await web.world.workInvitations.openFor({ person });
    if (view === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
    return context.html(homePage(opened.frame, opened.owner, { ...view, ways, reset, invited }));
  });
  return routes;
}
