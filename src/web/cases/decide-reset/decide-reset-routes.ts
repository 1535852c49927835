import { Hono } from 'hono';
import { type KeyResetId, parseKeyResetId } from '../../../domain/key-reset/index.ts';
import {
  shownStaffForm,
  type TypedByStaff,
  withFreshStaffForm,
} from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { RESETS, refuseReset } from '../reset-form.ts';
import { decideResetErrors } from './decide-reset-errors.ts';
import { resetPage } from './decide-reset-page.ts';

/** `/cases/resets/:id`: a second member of staff decides on a reset, or anybody of them takes it back, after a fresh login. */
export function decideResetRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${RESETS}/:id` as const;
  routes.get(path, requireFresh(web), (context) => showOne(web, context));
  routes.post(path, (context) => withFreshStaffForm(web, context, (typed) => decide(web, context, typed)));
  return routes;
}

async function showOne(web: Web, context: WebContext): Promise<Response> {
  const { page, told: _, ...form } = await shownStaffForm(web, context, decideResetErrors);
  const id = idIn(context);
  if (id === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const found = await web.world.keyResets.findReset({ by: actingOf(context), id });
  if (found.kind === 'wrong') throw new Error('a page was asked for with nothing typed');
  if (found.kind !== 'found') return refuseReset(web, context, found);
  return context.html(resetPage(page, { shown: found.shown, ...form }));
}

async function decide(web: Web, context: WebContext, typed: TypedByStaff): Promise<Response> {
  const { keyResets } = web.world;
  const [by, id] = [actingOf(context), idIn(context)];
  if (id === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const { act, decision = '', comment = '' } = typed;
  if (act !== 'withdraw' && decision !== 'yes' && decision !== 'no')
    return leadToStaffForm(web, context, typed, { errors: [{ field: 'decision', code: 'choose' }] });
  const answer =
    act === 'withdraw'
      ? await keyResets.withdrawReset({ by, id })
      : await keyResets.decideReset({ by, id, agrees: decision === 'yes', comment });
  switch (answer.kind) {
    case 'agreed':
    case 'refused':
    case 'withdrawn':
      return context.redirect(`${RESETS}?done=${answer.kind}`, 303);
    case 'already-decided':
      return context.redirect(`${RESETS}?done=already`, 303);
    case 'wrong':
      return leadToStaffForm(web, context, typed, { errors: answer.errors });
    default:
      return refuseReset(web, context, answer);
  }
}

function idIn(context: WebContext): KeyResetId | null {
  return parseKeyResetId(context.req.param('id') ?? '');
}
