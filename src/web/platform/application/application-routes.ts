import { Hono } from 'hono';
import { parseApplicationId } from '../../../domain/application/index.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { applicationPage } from './application-page.ts';

const place = { section: 'platform-applications', href: '/platform/applications' } as const;

/** `/platform/applications/{application}`: one of them. */
export function applicationRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/platform/applications/:application', async (context) => {
    const id = parseApplicationId(context.req.param('application'));
    if (id === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const found = await web.world.platform.viewApplication({ by: actingOf(context), id });
    if (found.kind !== 'found') return refusePlatform(web, context, found, place);
    return context.html(applicationPage(staffPage(web, context), found.application));
  });
  return routes;
}
