import { Hono } from 'hono';
import { parseOrganisationId, parseTargetGroup } from '../../../domain/organisation/index.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { ORGANISATIONS } from '../organisation-in.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { type OrganisationsQuery, organisationsPage } from './organisations-page.ts';

/** `/platform/organisations`: every organisation, and a search. Names and codes of organisations are public: they may stand in an address. */
export function organisationsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(ORGANISATIONS, async (context) => {
    const query = readQuery(context);
    const listed = await web.world.platform.findOrganisations({ by: actingOf(context), ...query });
    if (listed.kind !== 'listed')
      return refusePlatform(web, context, listed, { section: 'platform-organisations', href: ORGANISATIONS });
    return context.html(organisationsPage(staffPage(web, context), query, listed));
  });
  return routes;
}

function readQuery(context: WebContext): OrganisationsQuery {
  const { q = '', group = '', after = '' } = context.req.query();
  return {
    words: q.trim().slice(0, 100),
    targetGroup: parseTargetGroup(group),
    after: parseOrganisationId(after),
  };
}
