import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import type { JoinDesk } from '../../../domain/joining/index.ts';
import { type TypedByStaff, withFreshStaffForm } from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh, requireStaff } from '../../http/session/web-session.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { JOINS, joinFormAgain, refuseJoin, type ToldOfJoin } from '../join-form.ts';
import { decideJoinErrors } from './decide-join-errors.ts';
import { joinPage } from './decide-join-page.ts';

/** `/cases/joins/:id`: a second case lead decides on a join or on its end, after a fresh login. */
export function decideJoinRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${JOINS}/:id` as const;
  routes.use(path, requireStaff(web, 'case-lead'));
  routes.get(path, requireFresh(web), (context) => showOne(web, context));
  routes.post(path, (context) => withFreshStaffForm(web, context, (typed) => decide(web, context, typed)));
  return routes;
}

async function showOne(web: Web, context: WebContext): Promise<Response> {
  const { page, refusal, ...form } = await joinFormAgain(web, context, decideJoinErrors);
  if (refusal) return refuseJoin(web, context, refusal);
  const found = await web.world.joins.findJoin({ by: actingOf(context), id: idIn(context) });
  if (found.kind !== 'found') return refuseJoin(web, context, found);
  return context.html(joinPage(page, { shown: found.shown, ...form }));
}

type Answer = Awaited<ReturnType<JoinDesk['decideJoin' | 'proposeUndo' | 'decideUndo']>>;

/** What can be decided follows from where the join stood when the form was shown. */
async function decide(web: Web, context: WebContext, typed: TypedByStaff): Promise<Response> {
  const { joins } = web.world;
  const [lead, id] = [actingOf(context), idIn(context)];
  const { state, decision = '', comment = '' } = typed;
  const allowed = state === 'proposed' ? ['yes', 'no'] : state === 'undo-proposed' ? ['undo', 'keep'] : [''];
  if (!allowed.includes(decision))
    return leadToStaffForm(web, context, typed, { errors: [{ field: 'decision', code: 'choose' }] });
  const ask = (): Promise<Answer> => {
    if (state === 'proposed') return joins.decideJoin({ by: lead, id, join: decision === 'yes', comment });
    if (state === 'undo-proposed')
      return joins.decideUndo({ by: lead, id, undo: decision === 'undo', comment });
    return joins.proposeUndo({ by: withReason(lead, comment), id });
  };
  const answer = await ask();
  switch (answer.kind) {
    case 'joined':
    case 'refused':
    case 'undone':
    case 'kept':
      return context.redirect(`${JOINS}?done=${answer.kind}`, 303);
    case 'proposed':
      return context.redirect(`${JOINS}?done=undo`, 303);
    case 'already-decided':
    case 'one-already':
      return context.redirect(`${JOINS}?done=already`, 303);
    case 'wrong':
      return leadToStaffForm(web, context, typed, {
        errors: answer.errors.map(({ code }) => ({ field: 'comment', code })),
      });
    case 'joined-further':
    case 'one-number':
      return leadToStaffForm<ToldOfJoin>(web, context, typed, { errors: [], refusal: answer });
    default:
      return refuseJoin(web, context, answer);
  }
}

function idIn(context: WebContext): string {
  return context.req.param('id') ?? '';
}
