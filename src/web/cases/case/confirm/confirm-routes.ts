import { Hono } from 'hono';
import { requireFresh } from '../../../http/session/web-session.ts';
import { showProblem } from '../../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { formAgain, leadToForm, troubleOf } from '../again.ts';
import { findCandidates, type LetteredCandidate } from '../candidates/find-candidates.ts';
import { CASE, type OpenedCase, openCase, readSent } from '../case-context.ts';
import { draftOf } from '../draft.ts';
import { lookIn, shownIn } from '../evidence/evidence.ts';
import { askFresh, keepForLater } from '../keep-draft.ts';
import { settle } from '../settle.ts';
import { confirmErrors } from './confirm-errors.ts';
import { confirmPage } from './confirm-page.ts';

/** The second look at a proposal. */
export function confirmRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/confirm`, requireFresh(web), async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const again = await formAgain(opened, context, confirmErrors);
    const comment = again?.typed.comment ?? draftOf(opened.view, 'confirm') ?? '';
    const candidates = await seen(opened);
    const shown = shownIn(opened, context);
    return context.html(confirmPage(opened, { candidates, comment, trouble: troubleOf(again), shown }));
  });

  routes.post(`${CASE}/confirm`, (context) => decide(web, context));
  return routes;
}

async function decide(web: Web, context: WebContext): Promise<Response> {
  const { desk } = web.world;
  const sent = await readSent(web, context);
  if (sent instanceof Response) return sent;
  const { comment = '', step } = sent.typed;
  const draft = { kind: 'confirm', text: comment } as const;
  const look = lookIn(sent, context);
  if (look) return leadToForm(web, context, sent, { errors: [] }, look);
  if (step === 'save') return keepForLater(web, context, sent, draft);
  const login = await askFresh(web, context, sent);
  if (login) return login;
  if (step === 'agree') {
    const answer = await desk.confirmProposal({ by: sent.by, case: sent.id, version: sent.version });
    return settle(web, context, answer, { done: 'confirmed', sent });
  }
  if (step !== 'send-back') return showProblem(web, context, { problem: { kind: 'request-refused' } });
  const answer = await desk.sendBackProposal({ by: sent.by, case: sent.id, version: sent.version, comment });
  return settle(web, context, answer, { done: 'sent-back', sent });
}

/** The candidates, for whoever is not the first agent; nobody where the register may not be asked. */
async function seen({ web, by, view }: OpenedCase): Promise<readonly LetteredCandidate[]> {
  const { state } = view.case;
  if (state.kind !== 'to-confirm') return [];
  const found = await findCandidates(web, by, view.case.id);
  return found.kind === 'found' ? found.candidates : [];
}
