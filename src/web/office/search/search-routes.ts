import { Hono } from 'hono';
import { openSearchSeal } from '../../http/sealed-search.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { officeListNames, officePath } from '../office-query.ts';

/** Searches the cases of the office. Posted, so that the name that somebody searches for stays out of addresses. */
export function searchRoutes(web: Web): Hono<WebEnv> {
  const seal = openSearchSeal(web.world.settings.formKey);
  const routes = new Hono<WebEnv>();

  routes.get('/office/search', (context) => context.redirect('/office', 303));

  routes.post('/office/search', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const list = officeListNames.find((each) => each === form.fields.get('list')) ?? 'open';
    const search = seal.seal(form.fields.get('search') ?? '');
    return context.redirect(officePath({ list, page: 1, search }), 303);
  });
  return routes;
}
