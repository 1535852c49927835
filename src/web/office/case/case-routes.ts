import { Hono } from 'hono';
import type { Case } from '../../../domain/casework/index.ts';
import { parseNationalNumber } from '../../../domain/person/index.ts';
import { actingOf, staffOf } from '../../http/session/staff-context.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import type { CodedError } from '../../ui/form/error-words.ts';
import { caseIn } from '../case-in.ts';
import { showAgain, stateOf } from '../office-form.ts';
import { caseErrors } from './case-errors.ts';
import { officeCasePage, officeDone } from './case-page.ts';

const formOf = (one: Pick<Case, 'id'>) => `office case ${one.id}`;

/** A case at the counter, and the number that an officer records. */
export function caseRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/office/case/:id', async (context) => {
    const one = await caseIn(web, context);
    if (one === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const told = context.req.query('done');
    const done = officeDone.find((each) => each === told) ?? null;
    const form = await stateOf(web, context, formOf(one), caseErrors);
    const asksWhy = form.errors.some(({ field }) => field === 'because') || Boolean(form.typed.because);
    return context.html(officeCasePage(form, staffOf(context), one, { done, asksWhy }));
  });

  routes.post('/office/case/:id', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const one = await caseIn(web, context);
    if (one === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
    return recordNumber(web, context, one, {
      text: form.fields.get('number') ?? '',
      because: form.fields.get('because') ?? '',
      version: Number(form.fields.get('version')),
    });
  });
  return routes;
}

async function recordNumber(
  web: Web,
  context: WebContext,
  one: Case,
  { text, because, version }: { readonly text: string; readonly because: string; readonly version: number },
): Promise<Response> {
  const page = `/office/case/${one.id}`;
  const again = (errors: readonly CodedError[]) =>
    showAgain(web, context, formOf(one), { page, typed: { number: text, because }, errors });
  const parsed = parseNationalNumber(text, web.world.clock());
  if (parsed.kind === 'refused') return again([{ field: 'number', code: parsed.reason }]);
  const recorded = await web.world.counter.recordNumber({
    by: actingOf(context),
    case: one.id,
    version,
    number: parsed.number,
    because,
  });
  switch (recorded.kind) {
    case 'done':
      return context.redirect(
        `${page}?done=${recorded.case.state.kind === 'to-confirm' ? 'proposed' : 'recorded'}`,
        303,
      );
    case 'second-needed':
      // Nothing was wrong yet when nobody was asked: the page says what is needed, at the field.
      return again(because === '' ? [{ field: 'because', code: 'asked' }] : recorded.errors);
    case 'not-registered':
    case 'data-differ':
    case 'already-linked':
      return again([{ field: 'number', code: recorded.kind }]);
    case 'changed':
    case 'not-now':
    case 'own-case':
    case 'not-allowed':
      return again([{ field: 'case', code: recorded.kind }]);
    default:
      return showProblem(web, context, { problem: { kind: 'not-found' } });
  }
}
