import { Hono } from 'hono';
import { type CaseId, parseCaseId } from '../../domain/casework/index.ts';
import { parsePersonId } from '../../domain/person/index.ts';
import { mayOpen } from '../../domain/staff/index.ts';
import type { Web, WebContext, WebEnv } from '../http/web-context.ts';
import { readStaffForm, type StaffForm, staffOf } from '../http/web-session.ts';
import { assignedPage, assignPage } from './assign-page.ts';
import { deskPage } from './desk-page.ts';
import { filterOf, type ListQuery, readListQuery } from './list-query.ts';
import { showList } from './list-routes.ts';
import { isAssignable } from './list-table.ts';
import { showDeskRefusal } from './refusals.ts';
import type { SearchSeal } from './sealed-search.ts';

/** Assigning the cases that were selected in a list: look at them, choose who, done. */
export function assignRoutes(web: Web, seal: SearchSeal): Hono<WebEnv> {
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.post('/cases/assign', async (context) => {
    const form = await readStaffForm(web, context, ['case']);
    if (form instanceof Response) return form;
    return chooseAgent(web, context, selectionOf(form, seal), false);
  });

  routes.post('/cases/assigned', async (context) => {
    const form = await readStaffForm(web, context, ['case']);
    if (form instanceof Response) return form;
    const selection = selectionOf(form, seal);
    const agent = staffOf(context);
    const to = parsePersonId(form.fields.get('to') ?? '');
    if (to === null) return chooseAgent(web, context, selection, true);
    if (to !== agent.person && !mayOpen('case-lead', agent))
      return showDeskRefusal(web, context, { kind: 'not-allowed' });
    const answer = await desk.assign(agent, selection.cases, to);
    if ('kind' in answer)
      return answer.kind === 'wrong'
        ? chooseAgent(web, context, selection, true)
        : showDeskRefusal(web, context, answer);
    return context.html(assignedPage(deskPage(web, context), { query: selection.query, to, ...answer }));
  });
  return routes;
}

type Selection = { readonly query: ListQuery; readonly cases: readonly CaseId[] };

function selectionOf({ fields, lists }: StaffForm, seal: SearchSeal): Selection {
  const cases = (lists.get('case') ?? []).map(parseCaseId).filter((id) => id !== null);
  return {
    query: readListQuery(new URLSearchParams(fields.get('query') ?? ''), seal),
    cases: [...new Set(cases)],
  };
}

/** The page between: shows the selected rows as the list holds them now. */
async function chooseAgent(
  web: Web,
  context: WebContext,
  { query, cases }: Selection,
  failed: boolean,
): Promise<Response> {
  const page = deskPage(web, context);
  const { words } = page.frame;
  const { desk } = web.world;
  const [{ rows: all, names }, agents] = await Promise.all([
    desk.list(page.member, filterOf(query), { list: 'assign', only: cases }),
    desk.agents(page.member),
  ]);
  const rows = all.filter((row) => cases.includes(row.id) && isAssignable(row));
  const first = all.find(isAssignable);
  if (rows.length === 0) {
    const id = first ? `case-${first.id}` : 'main';
    return showList(web, context, query, [{ field: 'case', id, text: words.say('desk.assign.none') }]);
  }
  const errors = failed ? [{ field: 'to', id: 'to', text: words.say('desk.assign.toEmpty') }] : [];
  const props = { query, rows, gone: cases.length - rows.length, names, agents, errors };
  return context.html(assignPage(page, props), failed ? 400 : 200);
}
