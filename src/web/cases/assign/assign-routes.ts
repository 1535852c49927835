import { Hono } from 'hono';
import { type CaseId, parseCaseId } from '../../../domain/casework/index.ts';
import { type PersonId, parsePersonId } from '../../../domain/person/index.ts';
import { mayOpen } from '../../../domain/staff/index.ts';
import { ownerOfStaff, readFormAgain, showFormAgain, withForm } from '../../http/form-again.ts';
import { openSearchSeal, type SearchSeal } from '../../http/sealed-search.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import { readStaffForm, type StaffForm, staffOf } from '../../http/session/web-session.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { isAssignable } from '../assignable.ts';
import { LIST_FORM, type ListTold } from '../list-form.ts';
import { filterOf, type ListQuery, listPath, readListQuery, writeListQuery } from '../list-query.ts';
import { showDeskRefusal } from '../refusals.ts';
import { assignErrors } from './assign-errors.ts';
import { type AssignedProps, assignedPage, assignPage } from './assign-page.ts';

/** Assigning the cases that were selected in a list: look at them, choose who, done. */
export function assignRoutes(web: Web): Hono<WebEnv> {
  const seal = openSearchSeal(web.world.settings.formKey);
  const { desk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get(CHOOSE, (context) => chooseAgent(web, context, seal));
  routes.post(CHOOSE, async (context) => {
    const form = await readStaffForm(web, context, ['case']);
    if (form instanceof Response) return form;
    const { query, cases } = selectionOf(Object.fromEntries(form.fields), form.lists.get('case'), seal);
    if (cases.length > 0) return leadToChoice(web, context, form, []);
    return showFormAgain<ListTold>(web, context, ownerOfStaff(web, context), {
      form: LIST_FORM,
      page: listPath(query),
      typed: {},
      told: { errors: [{ field: 'case', code: 'choose' }] },
    });
  });

  routes.post(ASSIGNED, async (context) => {
    const form = await readStaffForm(web, context, ['case']);
    if (form instanceof Response) return form;
    const { cases, query } = selectionOf(Object.fromEntries(form.fields), form.lists.get('case'), seal);
    const agent = staffOf(context);
    const to = parsePersonId(form.fields.get('to') ?? '');
    const chooseTo = [{ field: 'to', code: 'choose' }] as const;
    if (to === null) return leadToChoice(web, context, form, chooseTo);
    if (to !== agent.person && !mayOpen('case-lead', agent))
      return showDeskRefusal(web, context, { kind: 'not-allowed' });
    const answer = await desk.assignCases({ by: actingOf(context), cases, to });
    if ('kind' in answer)
      return answer.kind === 'wrong'
        ? leadToChoice(web, context, form, chooseTo)
        : showDeskRefusal(web, context, answer);
    const { assigned, taken, names } = answer;
    return showFormAgain<AssignedTold>(web, context, ownerOfStaff(web, context), {
      form: ASSIGNED,
      page: ASSIGNED,
      typed: { query: writeListQuery(query) },
      told: { to, assigned, taken, names: [...names] },
    });
  });
  routes.get(ASSIGNED, async (context) => {
    const again = await readFormAgain<AssignedTold>(web, context, ownerOfStaff(web, context), ASSIGNED);
    // A form that was kept for a login goes on where it is filled in.
    if (again === null || !('to' in again.told)) return context.redirect(withForm(context, CHOOSE), 303);
    const query = readListQuery(new URLSearchParams(again.typed.query ?? ''), seal);
    const { names, ...told } = again.told;
    return context.html(assignedPage(staffPage(web, context), { query, ...told, names: new Map(names) }));
  });
  return routes;
}

const CHOOSE = '/cases/assign';
const ASSIGNED = '/cases/assigned';

type ChoiceTold = { readonly errors: readonly { readonly field: string; readonly code: string }[] };
/** What became of the cases; names of agents come along. */
type AssignedTold = Omit<AssignedProps, 'query' | 'names'> & {
  readonly names: readonly (readonly [PersonId, string])[];
};

/** To the page where the agent is chosen, with the cases that were selected. */
function leadToChoice(
  web: Web,
  context: WebContext,
  { fields, lists }: StaffForm,
  errors: ChoiceTold['errors'],
): Promise<Response> {
  return showFormAgain<ChoiceTold>(web, context, ownerOfStaff(web, context), {
    form: CHOOSE,
    page: CHOOSE,
    typed: Object.fromEntries(fields),
    lists: Object.fromEntries(lists),
    told: { errors },
  });
}

type Selection = { readonly query: ListQuery; readonly cases: readonly CaseId[] };

function selectionOf(
  typed: Readonly<Record<string, string>>,
  cases: readonly string[] = [],
  seal: SearchSeal,
): Selection {
  const parsed = cases.map(parseCaseId).filter((id) => id !== null);
  return { query: readListQuery(new URLSearchParams(typed.query ?? ''), seal), cases: [...new Set(parsed)] };
}

/** The page between: shows the selected rows as the list holds them now. */
async function chooseAgent(web: Web, context: WebContext, seal: SearchSeal): Promise<Response> {
  const owner = ownerOfStaff(web, context);
  const again =
    (await readFormAgain<ChoiceTold>(web, context, owner, CHOOSE)) ??
    (await readFormAgain<ChoiceTold>(web, context, owner, ASSIGNED));
  if (again === null) return context.redirect('/cases/list', 303);
  const { query, cases } = selectionOf(again.typed, again.lists.case, seal);
  const page = staffPage(web, context);
  const { desk } = web.world;
  const by = actingOf(context);
  const [{ rows: all, names }, agents] = await Promise.all([
    desk.listCases({ by: by, filter: filterOf(query), look: { list: 'assign', only: cases } }),
    desk.listAgents({ by: by }),
  ]);
  const rows = all.filter((row) => cases.includes(row.id) && isAssignable(row));
  if (rows.length === 0) return context.redirect(listPath(query), 303);
  const errors = sayErrors(page.frame.words, again.told.errors, assignErrors);
  return context.html(
    assignPage(page, { query, rows, gone: cases.length - rows.length, names, agents, errors }),
  );
}
