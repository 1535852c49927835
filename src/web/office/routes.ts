import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { isUuid } from '../../base/uuid.ts';
import { type Case, parseCaseId } from '../../domain/casework/index.ts';
import { parseNationalNumber } from '../../domain/person/index.ts';
import { showProblem } from '../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../http/web-context.ts';
import { readStaffForm, requireStaff, staffFrame, staffOf } from '../http/web-session.ts';
import type { FieldError } from '../ui/error-summary.ts';
import type { FormState } from '../ui/form-fields.ts';
import type { Words } from '../ui/words.ts';
import { newCasePage } from './new-case-page.ts';
import { officeCasePage, officeDone } from './office-case-page.ts';
import { officeErrors } from './office-errors.ts';
import { officeStartPage } from './start-page.ts';

/** `/office`: the counter of a registration office. */
export function officeRoutes(web: Web): Hono<WebEnv> {
  const { counter } = web.world;
  const routes = new Hono<WebEnv>();
  routes.use('/office', requireStaff(web, 'office'));
  routes.use('/office/*', requireStaff(web, 'office'));

  routes.get('/office', (context) => context.html(officeStartPage(stateOf(web, context), staffOf(context))));

  // Where a reload, or another language, of an answer to this form leads.
  routes.get('/office/find', (context) => context.redirect('/office', 303));

  routes.post('/office/find', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const reference = form.fields.get('reference') ?? '';
    const one = await counter.findByReference(staffOf(context), reference);
    if (one) return context.redirect(`/office/case/${one.id}`, 303);
    const { words } = staffFrame(web, context);
    const text = words.say(reference.trim() === '' ? 'error.reference.empty' : 'counter.find.none');
    const errors = [{ field: 'reference', id: 'reference', text }];
    return context.html(officeStartPage(stateOf(web, context, { reference }, errors), staffOf(context)), 422);
  });

  routes.get('/office/new', (context) =>
    context.html(newCasePage(stateOf(web, context), staffOf(context), randomUUID())),
  );

  routes.post('/office/new', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const { csrf: _, ...typed } = Object.fromEntries(form.fields);
    const unseen = typed.checked === 'yes' ? [] : [{ field: 'checked', code: 'agree' }];
    const opened =
      unseen.length > 0
        ? { kind: 'wrong' as const, errors: unseen }
        : await counter.open(staffOf(context), typed);
    if (opened.kind === 'opened') return context.redirect(`/office/case/${opened.case.id}?done=opened`, 303);
    if (opened.kind !== 'wrong') return showProblem(web, context, { problem: { kind: 'not-found' } });
    const errors = officeErrors(opened.errors, staffFrame(web, context).words);
    return context.html(
      newCasePage(
        stateOf(web, context, typed, errors),
        staffOf(context),
        isUuid(typed.once ?? '') ? (typed.once ?? '') : randomUUID(),
      ),
      422,
    );
  });

  routes.get('/office/case/:id', async (context) => {
    const one = await caseOf(web, context);
    if (one === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const told = context.req.query('done');
    const done = officeDone.find((each) => each === told) ?? null;
    return context.html(
      officeCasePage(stateOf(web, context), staffOf(context), one, { done, asksWhy: false }),
    );
  });

  routes.post('/office/case/:id', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const one = await caseOf(web, context);
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
  const officer = staffOf(context);
  const { words } = staffFrame(web, context);
  const again = async (errors: readonly FieldError[], status: 409 | 422, asksWhy = because !== '') => {
    const now = (await web.world.counter.find(officer, one.id)) ?? one;
    const form = stateOf(web, context, { number: text, because }, errors);
    return context.html(officeCasePage(form, officer, now, { done: null, asksWhy }), status);
  };
  const parsed = parseNationalNumber(text, web.world.clock());
  if (parsed.kind === 'refused')
    return again(officeErrors([{ field: 'number', code: parsed.reason }], words), 422);
  const recorded = await web.world.counter.recordNumber(officer, one.id, version, {
    number: parsed.number,
    because,
  });
  switch (recorded.kind) {
    case 'done':
      return context.redirect(
        `/office/case/${one.id}?done=${recorded.case.state.kind === 'to-confirm' ? 'proposed' : 'recorded'}`,
        303,
      );
    case 'second-needed': {
      // Nothing was wrong yet when nobody was asked: the page says what is needed, at the field.
      const asked = because === '' ? [whyError(words)] : officeErrors(recorded.errors, words);
      return again(asked, 422, true);
    }
    case 'not-registered':
    case 'data-differ':
    case 'already-linked':
      return again(officeErrors([{ field: 'number', code: recorded.kind }], words), 422);
    case 'changed':
    case 'not-now':
    case 'own-case':
    case 'not-allowed':
      return again([{ field: 'number', id: 'main', text: words.say(`counter.${recorded.kind}`) }], 409);
    default:
      return showProblem(web, context, { problem: { kind: 'not-found' } });
  }
}

function whyError(words: Words): FieldError {
  return { field: 'because', id: 'because', text: words.say('counter.second') };
}

async function caseOf(web: Web, context: WebContext): Promise<Case | null> {
  const id = parseCaseId(context.req.param('id') ?? '');
  return id && web.world.counter.find(staffOf(context), id);
}

function stateOf(
  web: Web,
  context: WebContext,
  typed: FormState['typed'] = {},
  errors: readonly FieldError[] = [],
): FormState {
  return { frame: staffFrame(web, context), typed, errors };
}
