import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { dayOf } from '../../base/calendar.ts';
import { isLanguage } from '../../base/language.ts';
import { isUuid } from '../../base/uuid.ts';
import { type Case, parseCaseId } from '../../domain/casework/index.ts';
import { parseNationalNumber } from '../../domain/person/index.ts';
import { keepForm, ownerOfStaff, readFormAgain, showFormAgain } from '../http/form-again.ts';
import { openSearchSeal, type SearchSeal } from '../http/sealed-search.ts';
import { showProblem } from '../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../http/web-context.ts';
import { readStaffForm, requireStaff, staffFrame, staffOf } from '../http/web-session.ts';
import type { FormState } from '../ui/form/form-fields.ts';
import { officeCasePage, officeDone } from './case/case-page.ts';
import { newCasePage } from './new-case/new-case-page.ts';
import { type OfficeError, officeErrors } from './office-errors.ts';
import { slipPage } from './slip/slip-page.ts';
import { type OfficeQuery, officeListNames, officePath } from './start/office-list.ts';
import { officeStartPage } from './start/start-page.ts';

/** What a form that was not taken is told, in codes. */
type Told = { readonly errors: readonly OfficeError[] };

const FIND = 'office find';
const NEW = 'office new';
const formOf = (one: Pick<Case, 'id'>) => `office case ${one.id}`;

/** `/office`: the counter of a registration office. */
export function officeRoutes(web: Web): Hono<WebEnv> {
  const { counter } = web.world;
  const seal = openSearchSeal(web.world.settings.formKey);
  const routes = new Hono<WebEnv>();
  routes.use('/office', requireStaff(web, 'office'));
  routes.use('/office/*', requireStaff(web, 'office'));

  routes.get('/office', async (context) => {
    const query = readQuery(context, seal);
    const { list, page, search } = query;
    const found = await counter.list(staffOf(context), { list, page, search: search?.words ?? '' });
    const form = await stateOf(web, context, FIND);
    return context.html(officeStartPage(form, staffOf(context), { query, found }));
  });

  searchRoutes(web, routes, seal);

  // Where a reload, or another language, of an answer to this form leads.
  routes.get('/office/find', (context) => context.redirect('/office', 303));

  routes.post('/office/find', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const reference = form.fields.get('reference') ?? '';
    const one = await counter.findByReference(staffOf(context), reference);
    if (one) return context.redirect(`/office/case/${one.id}`, 303);
    const code = reference.trim() === '' ? 'empty' : 'unknown';
    return showAgain(web, context, FIND, {
      page: '/office',
      typed: { reference },
      errors: [{ field: 'reference', code }],
    });
  });

  routes.get('/office/new', async (context) => {
    const form = await stateOf(web, context, NEW);
    const { once = '' } = form.typed;
    return context.html(newCasePage(form, staffOf(context), isUuid(once) ? once : randomUUID()));
  });

  routes.post('/office/new', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const { csrf: _, ...typed } = Object.fromEntries(form.fields);
    const opened = await counter.open(staffOf(context), typed);
    if (opened.kind === 'opened') return context.redirect(`/office/case/${opened.case.id}?done=opened`, 303);
    if (opened.kind !== 'wrong') return showProblem(web, context, { problem: { kind: 'not-found' } });
    return showAgain(web, context, NEW, { page: '/office/new', typed, errors: opened.errors });
  });

  routes.get('/office/case/:id', async (context) => {
    const one = await caseOf(web, context);
    if (one === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const told = context.req.query('done');
    const done = officeDone.find((each) => each === told) ?? null;
    const form = await stateOf(web, context, formOf(one));
    const asksWhy = form.errors.some(({ field }) => field === 'because') || Boolean(form.typed.because);
    return context.html(officeCasePage(form, staffOf(context), one, { done, asksWhy }));
  });

  routes.get('/office/case/:id/slip', (context) => showSlip(web, context));

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

/** Posted, so that the name that somebody searches for stays out of addresses. */
function searchRoutes(web: Web, routes: Hono<WebEnv>, seal: SearchSeal): void {
  routes.get('/office/search', (context) => context.redirect('/office', 303));

  routes.post('/office/search', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const list = officeListNames.find((each) => each === form.fields.get('list')) ?? 'open';
    const search = seal.seal(form.fields.get('search') ?? '');
    return context.redirect(officePath({ list, page: 1, search }), 303);
  });
}

async function showSlip(web: Web, context: WebContext): Promise<Response> {
  const one = await caseOf(web, context);
  if (one === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const officer = staffOf(context);
  const { settings, clock } = web.world;
  const offices = await web.world.offices();
  // In the language of the person, or another one that the officer picks at the top.
  const asked = context.req.query('lang');
  const language = isLanguage(asked) ? asked : one.answers.language;
  const frame = web.frames({ language, path: `/office/case/${one.id}/slip` });
  return context.html(
    slipPage(frame, {
      one,
      office: officer.organisationName,
      place: offices.find(({ organisation }) => organisation === officer.organisation)?.place ?? null,
      address: `${settings.origin}/request`,
      telephone: settings.contact.telephone,
      today: dayOf(clock()),
    }),
  );
}

async function recordNumber(
  web: Web,
  context: WebContext,
  one: Case,
  { text, because, version }: { readonly text: string; readonly because: string; readonly version: number },
): Promise<Response> {
  const page = `/office/case/${one.id}`;
  const again = (errors: readonly OfficeError[]) =>
    showAgain(web, context, formOf(one), { page, typed: { number: text, because }, errors });
  const parsed = parseNationalNumber(text, web.world.clock());
  if (parsed.kind === 'refused') return again([{ field: 'number', code: parsed.reason }]);
  const recorded = await web.world.counter.recordNumber(staffOf(context), one.id, version, {
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

type Again = {
  readonly page: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly OfficeError[];
};

function showAgain(
  web: Web,
  context: WebContext,
  form: string,
  { page, typed, errors }: Again,
): Promise<Response> {
  return showFormAgain<Told>(web, context, ownerOfStaff(web, context), {
    form,
    page,
    typed,
    told: { errors },
  });
}

function readQuery(context: WebContext, seal: SearchSeal): OfficeQuery {
  const { list, page, search } = context.req.query();
  return {
    list: officeListNames.find((each) => each === list) ?? 'open',
    page: /^[1-9]\d{0,2}$/.test(page ?? '') ? Number(page) : 1,
    search: search === undefined ? null : seal.open(search),
  };
}

async function caseOf(web: Web, context: WebContext): Promise<Case | null> {
  const id = parseCaseId(context.req.param('id') ?? '');
  return id && web.world.counter.find(staffOf(context), id);
}

/** The form of a page: as it was sent when it was not taken, else empty. */
async function stateOf(web: Web, context: WebContext, form: string): Promise<FormState> {
  const frame = keepForm(context, staffFrame(web, context));
  const owner = ownerOfStaff(web, context);
  // What was kept until its officer had logged in once more has the address of the form as its name.
  const again =
    (await readFormAgain<Told>(web, context, owner, form)) ??
    (await readFormAgain<Told>(web, context, owner, context.req.path));
  return { frame, typed: again?.typed ?? {}, errors: officeErrors(again?.told.errors ?? [], frame.words) };
}
