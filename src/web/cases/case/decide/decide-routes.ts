import { Hono } from 'hono';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { formAgain, leadToForm, troubleOf } from '../again.ts';
import { findCandidates } from '../candidates/find-candidates.ts';
import { actionsOf } from '../case-actions.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { decideErrors } from './decide-errors.ts';
import { decidePage, ways } from './decide-page.ts';

/** The choice of what to do; each choice leads to its own page. */
export function decideRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/decide`, (context) => show(web, context));

  routes.post(`${CASE}/decide`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const { decision = '' } = sent.typed;
    const known = ways.some((way) => way === decision) || /^link\/[\w-]{1,600}$/.test(decision);
    return known
      ? context.redirect(`/cases/${sent.id}/${decision}`, 303)
      : leadToForm(web, context, sent, { errors: [{ field: 'decision', code: 'choose' }] });
  });
  return routes;
}

async function show(web: Web, context: WebContext): Promise<Response> {
  const opened = await openCase(web, context);
  if (opened instanceof Response) return opened;
  const { view, member, by, path } = opened;
  if (!actionsOf(view, member).includes('decide')) return context.redirect(path, 303);
  const found = await findCandidates(web, by, view.case.id);
  if (found.kind !== 'found') return showDeskRefusal(web, context, found);
  const trouble = troubleOf(await formAgain(opened, context, decideErrors));
  return context.html(decidePage(opened, found.candidates, trouble));
}
