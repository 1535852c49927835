import { Hono } from 'hono';
import type { CaseId } from '../../../../domain/casework/index.ts';
import { actingOf } from '../../../http/session/staff-context.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { casePath, type ListPlace, placeOf } from '../../list-place.ts';
import { CASES_PER_PAGE, filterOf, type ListQuery, listPath } from '../../list-query.ts';
import { CASE, caseIn } from '../case-context.ts';

/** From one case to the next of the list that it was opened from; from the last one back to the list, which says so. */
export function nextRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(`${CASE}/next`, async (context) => {
    const id = caseIn(context);
    const place = id && placeOf(web, context, id);
    if (!id || !place) return context.redirect('/cases/list', 303);
    const next = await nextIn(web, context, id, place);
    return context.redirect(next ?? `${listPath(place.query)}&end=yes`, 303);
  });
  return routes;
}

/** The address of the case behind this one. Where it left the list, by what was decided, the next one stands in its row. */
async function nextIn(
  web: Web,
  context: WebContext,
  id: CaseId,
  { query, row }: ListPlace,
): Promise<string | null> {
  const rows = await idsIn(web, context, query);
  const place = rows.indexOf(id);
  const next = place === -1 ? row : place + 1;
  const found = rows[next];
  if (found) return casePath(found, { query, row: next });
  if (rows.length < CASES_PER_PAGE) return null;
  const behind = { ...query, page: query.page + 1 };
  const [first] = await idsIn(web, context, behind);
  return first && first !== id ? casePath(first, { query: behind, row: 0 }) : null;
}

/** Nobody sees this list: which case stands where is all that is asked. */
async function idsIn(web: Web, context: WebContext, query: ListQuery): Promise<readonly CaseId[]> {
  const { rows } = await web.world.desk.listCases({
    by: actingOf(context),
    filter: filterOf(query),
    look: { list: 'list', only: [] },
  });
  return rows.map(({ id }) => id);
}
