import { Hono } from 'hono';
import { parseCorrelationCode } from '../../../base/correlation.ts';
import { nearestLanguage } from '../../../base/language.ts';
import { withReason } from '../../../domain/acting/index.ts';
import type { NamedPerson } from '../../../domain/key-reset/index.ts';
import { parseNationalNumber } from '../../../domain/person/index.ts';
import { pageLanguage } from '../../http/page-language.ts';
import {
  shownStaffForm,
  type TypedByStaff,
  withFreshStaffForm,
} from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh } from '../../http/session/web-session.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { RESETS, refuseReset } from '../reset-form.ts';
import { resetsErrors } from './resets-errors.ts';
import { resetOutcomes, resetsPage } from './resets-page.ts';

/** `/cases/resets`: a member of staff proposes to reset somebody's keys, after a fresh login. Numbers are posted and stand in no address. */
export function resetsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(RESETS, requireFresh(web), (context) => showList(web, context));
  routes.post(RESETS, (context) => withFreshStaffForm(web, context, (typed) => propose(web, context, typed)));
  return routes;
}

async function showList(web: Web, context: WebContext): Promise<Response> {
  const { page, told: _, ...form } = await shownStaffForm(web, context, resetsErrors);
  const listed = await web.world.keyResets.listResets({ by: actingOf(context) });
  if (listed.kind === 'wrong') throw new Error('a list was asked for with nothing typed');
  if (listed.kind !== 'listed') return refuseReset(web, context, listed);
  const done = resetOutcomes.find((each) => each === context.req.query('done')) ?? null;
  return context.html(resetsPage(page, { resets: listed.resets, ...form, done }));
}

async function propose(web: Web, context: WebContext, typed: TypedByStaff): Promise<Response> {
  const { who = '', reason = '' } = typed;
  if (who.trim() === '')
    return leadToStaffForm(web, context, typed, { errors: [{ field: 'who', code: 'empty' }] });
  const answer = await web.world.keyResets.proposeReset({
    by: withReason(actingOf(context), reason),
    who: readWho(who, web.world.clock()),
    language: nearestLanguage(pageLanguage(context.req.raw, web.languages)),
  });
  switch (answer.kind) {
    case 'proposed':
      return context.redirect(`${RESETS}?done=proposed`, 303);
    case 'already-proposed':
      return context.redirect(`${RESETS}/${answer.id}`, 303);
    case 'wrong':
      return leadToStaffForm(web, context, typed, { errors: answer.errors });
    default:
      return refuseReset(web, context, answer);
  }
}

/** A reference has letters among its eight signs, a national number has eleven digits. */
function readWho(typed: string, now: Date): NamedPerson | null {
  const number = parseNationalNumber(typed, now);
  if (number.kind === 'parsed') return { kind: 'number', number: number.number };
  const reference = parseCorrelationCode(typed);
  return reference && { kind: 'reference', reference };
}
