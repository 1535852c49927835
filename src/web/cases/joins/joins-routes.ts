import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import { type NationalNumber, parseNationalNumber } from '../../../domain/person/index.ts';
import { type TypedByStaff, withFreshStaffForm } from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh, requireStaff } from '../../http/session/web-session.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { JOINS, joinFormAgain, refuseJoin, type ToldOfJoin } from '../join-form.ts';
import { joinsErrors } from './joins-errors.ts';
import { joinOutcomes, joinsPage } from './joins-page.ts';

type Wrong = { readonly field: string; readonly code: string };

/** `/cases/joins`: a case lead proposes to join persons who are one human, after a fresh login. Numbers are posted and stand in no address. */
export function joinsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.use(JOINS, requireStaff(web, 'case-lead'));
  routes.get(JOINS, requireFresh(web), (context) => showList(web, context));
  routes.post(JOINS, (context) => withFreshStaffForm(web, context, (typed) => propose(web, context, typed)));
  return routes;
}

async function showList(web: Web, context: WebContext): Promise<Response> {
  const { page, refusal, ...form } = await joinFormAgain(web, context, joinsErrors);
  if (refusal) return refuseJoin(web, context, refusal);
  const listed = await web.world.joins.listJoins({ by: actingOf(context) });
  if (listed.kind !== 'listed') return refuseJoin(web, context, listed);
  const done = joinOutcomes.find((each) => each === context.req.query('done')) ?? null;
  return context.html(joinsPage(page, { joins: listed.joins, ...form, done }));
}

async function propose(web: Web, context: WebContext, typed: TypedByStaff): Promise<Response> {
  const [kept, other] = ['kept', 'other'].map((field) => readNumber(field, typed, web.world.clock()));
  const unread = [kept, other].flatMap((each) => (each && 'code' in each ? [each] : []));
  if (unread.length > 0) return leadToStaffForm(web, context, typed, { errors: unread });
  const answer = await web.world.joins.proposeJoin({
    by: withReason(actingOf(context), typed.reason ?? ''),
    kept: kept && 'number' in kept ? kept.number : null,
    other: other && 'number' in other ? other.number : null,
  });
  switch (answer.kind) {
    case 'proposed':
      return context.redirect(`${JOINS}?done=proposed`, 303);
    case 'already-proposed':
      return context.redirect(`${JOINS}/${answer.id}`, 303);
    case 'wrong':
      return leadToStaffForm(web, context, typed, { errors: answer.errors });
    case 'joined-further':
    case 'one-number':
      return leadToStaffForm<ToldOfJoin>(web, context, typed, { errors: [], refusal: answer });
    default:
      return refuseJoin(web, context, answer);
  }
}

function readNumber(
  field: string,
  typed: TypedByStaff,
  now: Date,
): { readonly number: NationalNumber } | Wrong {
  const parsed = parseNationalNumber(typed[field] ?? '', now);
  if (parsed.kind === 'parsed') return { number: parsed.number };
  return { field, code: parsed.reason === 'empty' ? 'empty' : 'not-a-number' };
}
