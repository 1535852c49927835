import { Hono } from 'hono';
import type { DeskError } from '../../../../domain/casework/index.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { formAgain, leadToForm, troubleOf } from '../again.ts';
import { findCandidates } from '../candidates/find-candidates.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { checks } from '../checks.ts';
import { draftOf } from '../draft.ts';
import { lookIn, shownIn } from '../evidence/evidence.ts';
import { keepForLater } from '../keep-draft.ts';
import { settle } from '../settle.ts';
import { newNumberErrors } from './new-number-errors.ts';
import { newNumberPage } from './new-number-page.ts';

/** Proposing a new number to a second agent. */
export function newNumberRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${CASE}/new-number`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const { by, view } = opened;
    const found = await findCandidates(web, by, view.case.id);
    if (found.kind !== 'found') return showDeskRefusal(web, context, found);
    const again = await formAgain(opened, context, newNumberErrors);
    const because = again?.typed.because ?? draftOf(view, 'new-number') ?? '';
    const { candidates } = found;
    const checked = again?.lists.checked ?? [];
    const beside = { shown: shownIn(opened, context), typing: true };
    const trouble = troubleOf(again);
    return context.html(newNumberPage(opened, { candidates, because, checked, trouble, beside }));
  });

  routes.post(`${CASE}/new-number`, (context) => propose(web, context));
  return routes;
}

async function propose(web: Web, context: WebContext): Promise<Response> {
  const sent = await readSent(web, context, ['checked']);
  if (sent instanceof Response) return sent;
  const { because = '', step } = sent.typed;
  const checked = (sent.lists.get('checked') ?? []).filter((each) => checks.some((check) => check === each));
  const found = await findCandidates(web, sent.by, sent.id);
  const candidates = found.kind === 'found' ? found.candidates : [];
  const look = lookIn(sent, context);
  if (look) return leadToForm(web, context, sent, { errors: [] }, look);
  if (step === 'save') return keepForLater(web, context, sent, { kind: 'new-number', text: because });
  const errors: DeskError[] = [];
  if (checked.length < checks.length) errors.push({ field: 'checked', code: 'choose' });
  if (candidates.length > 0 && because.trim() === '') errors.push({ field: 'because', code: 'empty' });
  const answer =
    errors.length > 0
      ? ({ kind: 'wrong', errors } as const)
      : await web.world.desk.proposeNumber({
          by: sent.by,
          case: sent.id,
          version: sent.version,
          because,
          checked,
        });
  return settle(web, context, answer, { done: 'proposed', sent });
}
