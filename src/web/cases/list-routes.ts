import { Hono } from 'hono';
import type { Web, WebContext, WebEnv } from '../http/web-context.ts';
import { readStaffForm, staffOf } from '../http/web-session.ts';
import type { FieldError } from '../ui/error-summary.ts';
import type { TextKey } from '../ui/texts/index.ts';
import { deskPage } from './desk-page.ts';
import { listPage } from './list-page.ts';
import { filterOf, type ListQuery, listPath, readListQuery } from './list-query.ts';
import { deskFieldErrors } from './refusals.ts';
import type { SearchSeal } from './sealed-search.ts';

const viewErrors: Readonly<Record<string, TextKey>> = {
  'name.empty': 'desk.saved.empty',
  'name.too-long': 'desk.saved.too-long',
};

/** `/cases/list`: lists, filters, and lists kept under a name. */
export function listRoutes(web: Web, seal: SearchSeal): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases/list', (context) => showList(web, context, readListQuery(paramsOf(context), seal)));

  routes.post('/cases/list', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const params = new URLSearchParams([...form.fields]);
    params.delete('found');
    const query = readListQuery(params, seal);
    return context.redirect(listPath({ ...query, search: seal.seal(form.fields.get('search') ?? '') }), 303);
  });

  /** Answers to forms stand under these addresses; who asks for one anew (another language, a reload) sees the lists. */
  for (const path of ['/cases/views', '/cases/assign', '/cases/assigned'])
    routes.get(path, (context) => context.redirect('/cases/list', 303));

  routes.post('/cases/views', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const asked = readListQuery(new URLSearchParams(form.fields.get('query') ?? ''), seal);
    const query = { ...asked, page: 1 };
    const path = listPath(query);
    const added = await desk.views.add(
      staffOf(context),
      form.fields.get('name') ?? '',
      path.slice('/cases/list?'.length),
    );
    if (added.kind === 'added') return context.redirect(path, 303);
    const { frame } = deskPage(web, context);
    return showList(web, context, query, deskFieldErrors(frame, added.errors, viewErrors));
  });

  routes.post('/cases/views/remove', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    await desk.views.remove(staffOf(context), form.fields.get('id') ?? '');
    return context.redirect(
      listPath(readListQuery(new URLSearchParams(form.fields.get('query') ?? ''), seal)),
      303,
    );
  });
  return routes;
}

/** Shows a list; with errors, as the answer to a form that came from it. */
export async function showList(
  web: Web,
  context: WebContext,
  query: ListQuery,
  errors: readonly FieldError[] = [],
): Promise<Response> {
  const { desk } = web.world;
  const agent = staffOf(context);
  const [{ names, countries, ...found }, counts, agents, saved] = await Promise.all([
    desk.list(agent, filterOf(query)),
    desk.counts(agent),
    desk.agents(agent),
    desk.views.of(agent),
  ]);
  const props = { query, found, names, countries, agents, counts, saved, errors };
  return context.html(listPage(deskPage(web, context), props), errors.length > 0 ? 400 : 200);
}

function paramsOf(context: WebContext): URLSearchParams {
  return new URL(context.req.url).searchParams;
}
