import { Hono } from 'hono';
import { type FormAgain, ownerOfStaff, readFormAgain } from '../../http/form-again.ts';
import { openSearchSeal } from '../../http/sealed-search.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { isAssignable } from '../assignable.ts';
import { LIST_FORM, type ListTold } from '../list-form.ts';
import { filterOf, type ListQuery, listPath, readListQuery } from '../list-query.ts';
import { listErrors } from './list-errors.ts';
import { listPage } from './list-page.ts';

/** `/cases/list`: lists, and what they are filtered by. */
export function listRoutes(web: Web): Hono<WebEnv> {
  const seal = openSearchSeal(web.world.settings.formKey);
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

  return routes;
}

/** Shows a list, with what was wrong with a form that was sent from it. */
async function showList(
  web: Web,
  context: WebContext,
  query: ListQuery,
  again: FormAgain<ListTold> | null,
): Promise<Response> {
  const { desk } = web.world;
  const by = actingOf(context);
  const [{ names, countries, ...found }, counts, agents, saved] = await Promise.all([
    desk.listCases({ by, filter: filterOf(query) }),
    desk.countCases({ by }),
    desk.listAgents({ by }),
    desk.readSavedLists({ by }),
  ]);
  const page = staffPage(web, context);
  const first = found.rows.find(isAssignable);
  const errors = sayErrors(page.frame.words, again?.told.errors ?? [], listErrors).map((error) =>
    error.field === 'case' ? { ...error, id: first ? `case-${first.id}` : 'main' } : error,
  );
  const props = { query, found, names, countries, agents, counts, saved, errors, typed: again?.typed ?? {} };
  const ended = context.req.query('end') === 'yes';
  return context.html(listPage(page, { ...props, ended }));
}

function paramsOf(context: WebContext): URLSearchParams {
  return new URL(context.req.url).searchParams;
}
