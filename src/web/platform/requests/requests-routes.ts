import { Hono } from 'hono';
import { parseAccessRequestId } from '../../../domain/access-request/index.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { decisionNotice } from '../decision-notice.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { REQUESTS } from '../request-path.ts';
import { requestsPage } from './requests-page.ts';

/** `/platform/requests`: what came to the platform because nobody in an organisation decided. */
export function requestsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(REQUESTS, async (context) => {
    const after = parseAccessRequestId(context.req.query('after') ?? '');
    const list = await web.world.accessRequests.listPlatformRequests({ by: actingOf(context), after });
    if (list === null)
      return refusePlatform(
        web,
        context,
        { kind: 'not-allowed' },
        { section: 'platform-requests', href: REQUESTS },
      );
    const page = staffPage(web, context);
    return context.html(requestsPage(page, list, decisionNotice(context, page.frame.words)));
  });
  return routes;
}
