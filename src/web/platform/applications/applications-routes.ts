import { Hono } from 'hono';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { APPLICATIONS, applicationsPage } from './applications-page.ts';

/** `/platform/applications`: which applications people log in to. */
export function applicationsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(APPLICATIONS, async (context) => {
    const listed = await web.world.platform.listApplications({ by: actingOf(context) });
    if (listed.kind !== 'listed')
      return refusePlatform(web, context, listed, { section: 'platform-applications', href: APPLICATIONS });
    return context.html(applicationsPage(staffPage(web, context), listed.applications));
  });
  return routes;
}
