import { Hono } from 'hono';
import type { JoinDesk, JoinRefusal } from '../../../domain/joining/index.ts';
import { type NationalNumber, parseNationalNumber } from '../../../domain/person/index.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { askFreshLogin, readStaffForm, requireFresh, requireStaff, staffOf } from '../../http/web-session.ts';
import { html } from '../../ui/html.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { joinPage } from '../decide-join/decide-join-page.ts';
import { type DeskTold, deskFormAgain, leadToDeskForm } from '../desk-again.ts';
import { deskPage } from '../desk-page.ts';
import { fieldErrors } from '../field-errors.ts';
import { joinOutcomes, joinsPage } from './joins-page.ts';

const PATH = '/cases/joins';
/** What was wrong with a form, or why the whole act cannot be done. */
type ToldOfJoin = DeskTold & { readonly refusal?: JoinRefusal };
type Typed = Readonly<Record<string, string>>;
type Wrong = { readonly field: string; readonly code: string };

/** `/cases/joins`: two case leads join persons who are one human, after a fresh login. Numbers are posted and stand in no address. */
export function joinRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  for (const path of [PATH, `${PATH}/:id`]) routes.use(path, requireStaff(web, 'case-lead'));
  routes.get(PATH, requireFresh(web), (context) => showList(web, context));
  routes.post(PATH, (context) => withForm(web, context, (typed) => propose(web, context, typed)));
  routes.get(`${PATH}/:id`, requireFresh(web), (context) => showOne(web, context));
  routes.post(`${PATH}/:id`, (context) => withForm(web, context, (typed) => decide(web, context, typed)));
  return routes;
}

async function withForm(
  web: Web,
  context: WebContext,
  work: (typed: Typed) => Promise<Response>,
): Promise<Response> {
  const form = await readStaffForm(web, context);
  if (form instanceof Response) return form;
  const login = await askFreshLogin(web, context, form);
  return login ?? work(Object.fromEntries(form.fields));
}

/** What was typed last on this page, and what was wrong with it. */
async function again(web: Web, context: WebContext) {
  const page = deskPage(web, context);
  const sent = await deskFormAgain<ToldOfJoin>(web, context);
  return {
    page,
    typed: sent?.typed ?? {},
    errors: fieldErrors(sent?.told.errors ?? [], page.frame.words),
    afterLogin: sent?.told.afterLogin === true,
    refusal: sent?.told.refusal ?? null,
  };
}

async function showList(web: Web, context: WebContext): Promise<Response> {
  const { page, refusal, ...form } = await again(web, context);
  if (refusal) return refuse(web, context, refusal);
  const listed = await web.world.joins.list(staffOf(context));
  if (listed.kind !== 'listed') return refuse(web, context, listed);
  const done = joinOutcomes.find((each) => each === context.req.query('done')) ?? null;
  return context.html(joinsPage(page, { joins: listed.joins, ...form, done }));
}

async function showOne(web: Web, context: WebContext): Promise<Response> {
  const { page, refusal, ...form } = await again(web, context);
  if (refusal) return refuse(web, context, refusal);
  const found = await web.world.joins.find(staffOf(context), idIn(context));
  if (found.kind !== 'found') return refuse(web, context, found);
  return context.html(joinPage(page, { shown: found.shown, ...form }));
}

async function propose(web: Web, context: WebContext, typed: Typed): Promise<Response> {
  const [kept, other] = ['kept', 'other'].map((field) => readNumber(field, typed, web.world.clock()));
  const unread = [kept, other].flatMap((each) => (each && 'code' in each ? [each] : []));
  if (unread.length > 0) return leadToDeskForm(web, context, typed, { errors: unread });
  const answer = await web.world.joins.propose(staffOf(context), {
    kept: kept && 'number' in kept ? kept.number : null,
    other: other && 'number' in other ? other.number : null,
    reason: typed.reason ?? '',
  });
  switch (answer.kind) {
    case 'proposed':
      return context.redirect(`${PATH}?done=proposed`, 303);
    case 'already-proposed':
      return context.redirect(`${PATH}/${answer.id}`, 303);
    case 'wrong':
      return leadToDeskForm(web, context, typed, { errors: answer.errors });
    case 'joined-further':
    case 'one-number':
      return leadToDeskForm<ToldOfJoin>(web, context, typed, { errors: [], refusal: answer });
    default:
      return refuse(web, context, answer);
  }
}

function readNumber(field: string, typed: Typed, now: Date): { readonly number: NationalNumber } | Wrong {
  const parsed = parseNationalNumber(typed[field] ?? '', now);
  if (parsed.kind === 'parsed') return { number: parsed.number };
  return { field, code: parsed.reason === 'empty' ? 'empty' : 'not-a-number' };
}

type Answer = Awaited<ReturnType<JoinDesk['decide' | 'proposeUndo' | 'decideUndo']>>;

/** What can be decided follows from where the join stood when the form was shown. */
async function decide(web: Web, context: WebContext, typed: Typed): Promise<Response> {
  const { joins } = web.world;
  const [lead, id] = [staffOf(context), idIn(context)];
  const { state, decision = '', comment = '' } = typed;
  const allowed = state === 'proposed' ? ['yes', 'no'] : state === 'undo-proposed' ? ['undo', 'keep'] : [''];
  if (!allowed.includes(decision))
    return leadToDeskForm(web, context, typed, { errors: [{ field: 'decision', code: 'choose' }] });
  const ask = (): Promise<Answer> => {
    if (state === 'proposed') return joins.decide(lead, id, { join: decision === 'yes', comment });
    if (state === 'undo-proposed') return joins.decideUndo(lead, id, { undo: decision === 'undo', comment });
    return joins.proposeUndo(lead, id, comment);
  };
  const answer = await ask();
  switch (answer.kind) {
    case 'joined':
    case 'refused':
    case 'undone':
    case 'kept':
      return context.redirect(`${PATH}?done=${answer.kind}`, 303);
    case 'proposed':
      return context.redirect(`${PATH}?done=undo`, 303);
    case 'already-decided':
    case 'one-already':
      return context.redirect(`${PATH}?done=already`, 303);
    case 'wrong':
      return leadToDeskForm(web, context, typed, {
        errors: answer.errors.map(({ code }) => ({ field: 'comment', code })),
      });
    case 'joined-further':
    case 'one-number':
      return leadToDeskForm<ToldOfJoin>(web, context, typed, { errors: [], refusal: answer });
    default:
      return refuse(web, context, answer);
  }
}

function idIn(context: WebContext): string {
  return context.req.param('id') ?? '';
}

/** Why it cannot be done, with the way back to all joins. */
function refuse(web: Web, context: WebContext, refusal: JoinRefusal): Response | Promise<Response> {
  switch (refusal.kind) {
    case 'own-case':
    case 'own-decision':
    case 'joined-further':
    case 'one-number': {
      const page = deskPage(web, context);
      const { words } = page.frame;
      const title = words.say(`join.refusal.${refusal.kind}`);
      const next =
        refusal.kind === 'joined-further'
          ? html`<a class="btn" href="${PATH}/${refusal.first}">${words.say('join.toFirst')}</a><a class="btn sec" href="${PATH}">${words.say('join.back')}</a>`
          : html`<a class="btn" href="${PATH}">${words.say('join.back')}</a>`;
      const body = html`<h1>${title}</h1><p class="lede">${words.say(`join.refusal.${refusal.kind}.text`)}</p><div class="row">${next}</div>`;
      const layout = { member: page.member, section: 'joins', title, failed: true, body } as const;
      return context.html(staffLayout(page.frame, layout), refusal.kind.startsWith('own') ? 403 : 409);
    }
    default:
      return showProblem(web, context, { problem: { kind: 'not-found' } });
  }
}
