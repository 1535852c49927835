import { Hono } from 'hono';
import { parsePersonId } from '../../../domain/person/index.ts';
import { openSearchSeal } from '../../http/sealed-search.ts';
import { withStaffForm } from '../../http/session/shown-staff-form.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { STAFF } from '../staff-table.ts';
import { platformStaffPage, staffOutcomes } from './staff-page.ts';

/** `/platform/staff`: who works with Sluis. A search is posted, for a name stands in no address. */
export function staffRoutes(web: Web): Hono<WebEnv> {
  const { platform, settings } = web.world;
  const seal = openSearchSeal(settings.formKey);
  const routes = new Hono<WebEnv>();
  routes.get(STAFF, async (context) => {
    const { search, after = '', done } = context.req.query();
    const query = { search: search === undefined ? null : seal.open(search), after: parsePersonId(after) };
    const listed = await platform.listStaffMembers({
      by: actingOf(context),
      words: query.search?.words ?? '',
      after: query.after,
    });
    if (listed.kind !== 'listed')
      return refusePlatform(web, context, listed, { section: 'platform-staff', href: STAFF });
    const outcome = staffOutcomes.find((each) => each === done) ?? null;
    return context.html(platformStaffPage(staffPage(web, context), { ...listed, query, done: outcome }));
  });
  routes.post(STAFF, (context) =>
    withStaffForm(web, context, async ({ search = '' }) => {
      const sealed = seal.seal(search)?.sealed;
      return context.redirect(sealed === undefined ? STAFF : `${STAFF}?search=${sealed}`, 303);
    }),
  );
  return routes;
}
