import { Hono } from 'hono';
import { parseOrganisationId } from '../../../domain/organisation/index.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { homePage } from './home-page.ts';

/** `/platform`: what needs somebody. */
export function homeRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/platform', async (context) => {
    const by = actingOf(context);
    const viewed = await web.world.platform.viewPlatform({
      by,
      after: parseOrganisationId(context.req.query('after') ?? ''),
    });
    if (viewed.kind !== 'viewed')
      return refusePlatform(web, context, viewed, { section: 'platform', href: '/platform' });
    const requests = await web.world.accessRequests.countPlatformRequests({ by });
    return context.html(homePage(staffPage(web, context), { ...viewed, requests }));
  });
  return routes;
}
