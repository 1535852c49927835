import { Hono } from 'hono';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { ORGANISATION, ORGANISATIONS, withOrganisation } from '../organisation-in.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { organisationOutcomes, organisationPage } from './organisation-page.ts';

/** `/platform/organisations/{organisation}`: one of them. */
export function organisationRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(ORGANISATION, (context) =>
    withOrganisation(web, context, async (id) => {
      const found = await web.world.platform.viewOrganisation({ by: actingOf(context), id });
      if (found.kind !== 'found')
        return refusePlatform(web, context, found, {
          section: 'platform-organisations',
          href: ORGANISATIONS,
        });
      const done = organisationOutcomes.find((each) => each === context.req.query('done')) ?? null;
      return context.html(organisationPage(staffPage(web, context), found.shown, done));
    }),
  );
  return routes;
}
