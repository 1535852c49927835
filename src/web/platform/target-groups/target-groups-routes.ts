import { Hono } from 'hono';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { targetGroupsPage } from './target-groups-page.ts';

const PATH = '/platform/target-groups';

/** `/platform/target-groups`: which groups of organisations there are. */
export function targetGroupsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(PATH, async (context) => {
    const viewed = await web.world.platform.viewTargetGroups({ by: actingOf(context) });
    if (viewed.kind !== 'viewed')
      return refusePlatform(web, context, viewed, { section: 'platform-groups', href: PATH });
    return context.html(targetGroupsPage(staffPage(web, context), viewed.groups));
  });
  return routes;
}
