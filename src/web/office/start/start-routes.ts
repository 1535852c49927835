import { Hono } from 'hono';
import { openSearchSeal, type SearchSeal } from '../../http/sealed-search.ts';
import { actingOf, staffOf } from '../../http/session/staff-context.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { FIND, stateOf } from '../office-form.ts';
import { type OfficeQuery, officeListNames } from '../office-query.ts';
import { startErrors } from './start-errors.ts';
import { officeStartPage } from './start-page.ts';

/** `/office`: where an officer begins. */
export function startRoutes(web: Web): Hono<WebEnv> {
  const { counter } = web.world;
  const seal = openSearchSeal(web.world.settings.formKey);
  const routes = new Hono<WebEnv>();

  routes.get('/office', async (context) => {
    const query = readQuery(context, seal);
    const { list, page, search } = query;
    const found = await counter.listAtCounter({
      by: actingOf(context),
      filter: { list, page, search: search?.words ?? '' },
    });
    const form = await stateOf(web, context, FIND, startErrors);
    return context.html(officeStartPage(form, staffOf(context), { query, found }));
  });
  return routes;
}

function readQuery(context: WebContext, seal: SearchSeal): OfficeQuery {
  const { list, page, search } = context.req.query();
  return {
    list: officeListNames.find((each) => each === list) ?? 'open',
    page: /^[1-9]\d{0,2}$/.test(page ?? '') ? Number(page) : 1,
    search: search === undefined ? null : seal.open(search),
  };
}
