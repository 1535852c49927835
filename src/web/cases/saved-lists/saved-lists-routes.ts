import { Hono } from 'hono';
import { ownerOfStaff, showFormAgain } from '../../http/form-again.ts';
import { openSearchSeal } from '../../http/sealed-search.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { LIST_FORM, type ListTold } from '../list-form.ts';
import { listPath, readListQuery } from '../list-query.ts';

/** `/cases/views`: keeps a list under a name, and forgets it. These forms stand on the pages of lists. */
export function savedListsRoutes(web: Web): Hono<WebEnv> {
  const { desk } = web.world;
  const seal = openSearchSeal(web.world.settings.formKey);
  const routes = new Hono<WebEnv>();

  for (const path of ['/cases/views', '/cases/views/remove'])
    routes.get(path, (context) => context.redirect('/cases/list', 303));

  routes.post('/cases/views', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const asked = readListQuery(new URLSearchParams(form.fields.get('query') ?? ''), seal);
    const query = { ...asked, page: 1 };
    const path = listPath(query);
    const added = await desk.saveList({
      by: actingOf(context),
      name: form.fields.get('name') ?? '',
      query: path.slice('/cases/list?'.length),
    });
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
    await desk.removeSavedList({ by: actingOf(context), id: form.fields.get('id') ?? '' });
    return context.redirect(
      listPath(readListQuery(new URLSearchParams(form.fields.get('query') ?? ''), seal)),
      303,
    );
  });
  return routes;
}
