import { Hono } from 'hono';
import type { DeskError } from '../../../domain/casework/index.ts';
import { type FormAgain, ownerOfStaff, readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { SearchSeal } from '../../http/sealed-search.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { readStaffForm, staffOf } from '../../http/web-session.ts';
import type { PlainKey } from '../../texts/values.ts';
import { deskPage } from '../desk-page.ts';
import { filterOf, type ListQuery, listPath, readListQuery } from '../list-query.ts';
import { deskFieldErrors } from '../refusals.ts';
import { listPage } from './list-page.ts';
import { isAssignable } from './list-table.ts';

const viewErrors: Readonly<Record<string, PlainKey>> = {
  'name.empty': 'desk.saved.empty',
  'name.too-long': 'desk.saved.too-long',
  'case.choose': 'desk.assign.none',
};

/** `/cases/list`: lists, filters, and lists kept under a name. */
export function listRoutes(web: Web, seal: SearchSeal): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases/list', async (context) => {
    const query = readListQuery(paramsOf(context), seal);
    const again = await readFormAgain<ListTold>(web, context, ownerOfStaff(web, context), LIST_FORM);
    return showList(web, context, query, again);
  });

  routes.post('/cases/list', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const params = new URLSearchParams([...form.fields]);
    params.delete('found');
    const query = readListQuery(params, seal);
    return context.redirect(listPath({ ...query, search: seal.seal(form.fields.get('search') ?? '') }), 303);
  });

  // These forms stand on the pages of lists.
  for (const path of ['/cases/views', '/cases/views/remove'])
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
    return showFormAgain<ListTold>(web, context, ownerOfStaff(web, context), {
      form: LIST_FORM,
      page: path,
      typed: { name: form.fields.get('name') ?? '' },
      told: { errors: added.errors },
    });
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

/** The forms on the page of a list that can have mistakes: keeping the list under a name, and selecting cases. */
export const LIST_FORM = '/cases/list';
export type ListTold = { readonly errors: readonly DeskError[] };

/** Shows a list, with what was wrong with a form that was sent from it. */
async function showList(
  web: Web,
  context: WebContext,
  query: ListQuery,
  again: FormAgain<ListTold> | null,
): Promise<Response> {
  const { desk } = web.world;
  const agent = staffOf(context);
  const [{ names, countries, ...found }, counts, agents, saved] = await Promise.all([
    desk.list(agent, filterOf(query)),
    desk.counts(agent),
    desk.agents(agent),
    desk.views.of(agent),
  ]);
  const page = deskPage(web, context);
  const first = found.rows.find(isAssignable);
  const errors = deskFieldErrors(page.frame, again?.told.errors ?? [], viewErrors).map((error) =>
    error.field === 'case' ? { ...error, id: first ? `case-${first.id}` : 'main' } : error,
  );
  const props = { query, found, names, countries, agents, counts, saved, errors, typed: again?.typed ?? {} };
  const ended = context.req.query('end') === 'yes';
  return context.html(listPage(page, { ...props, ended }));
}

function paramsOf(context: WebContext): URLSearchParams {
  return new URL(context.req.url).searchParams;
}
