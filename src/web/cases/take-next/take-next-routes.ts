import { Hono } from 'hono';
import { actingOf } from '../../http/session/staff-context.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';

/** `/cases/next`: takes the next case that nobody has in hand. Its form stands on the overview, and where the work on a case has ended. */
export function takeNextRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases/next', (context) => context.redirect('/cases', 303));
  routes.post('/cases/next', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const taken = await desk.takeNextCase({ by: actingOf(context) });
    return context.redirect(taken.kind === 'taken' ? `/cases/${taken.case.id}` : '/cases?next=none', 303);
  });
  return routes;
}
