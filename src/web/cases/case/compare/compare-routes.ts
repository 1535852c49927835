import { Hono } from 'hono';
import { dayOf } from '../../../../base/calendar.ts';
import type { DeskError } from '../../../../domain/casework/index.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { sayErrors } from '../../../ui/form/error-words.ts';
import { keepPlace } from '../../list-place.ts';
import { obstacleOf, showDeskRefusal } from '../../refusals.ts';
import { type CaseFormAgain, formAgain, leadToForm } from '../again.ts';
import { findCandidates } from '../candidates/find-candidates.ts';
import { mayCompare } from '../case-actions.ts';
import { backToCase, CASE, caseIn, type OpenedCase, openCase, readSent } from '../case-context.ts';
import { shownIn } from '../evidence/evidence.ts';
import { noTrouble } from '../trouble.ts';
import { compareErrors } from './compare-errors.ts';
import { comparePage } from './compare-page.ts';
import { readTypedSearch } from './search-form.ts';

/** The page of a case: the request beside the register, and the search by hand. */
export function compareRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(CASE, async (context) => {
    const id = caseIn(context);
    if (id && keepPlace(web, context, id)) return context.redirect(`/cases/${id}`, 303);
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const searched = await formAgain(opened, context, compareErrors, searchOf(opened.path));
    if (searched) return showSearch(opened, context, searched);
    const { trouble } = (await formAgain(opened, context, compareErrors, opened.path)) ?? {
      trouble: noTrouble,
    };
    const done = context.req.query('done');
    const shown = { done, trouble, shown: shownIn(opened, context) };
    if (!mayCompare(opened.view)) return context.html(comparePage(opened, { found: null, ...shown }));
    const found = await findCandidates(web, opened.by, opened.view.case.id);
    if (found.kind === 'found') return context.html(comparePage(opened, { found, ...shown }));
    if (obstacleOf(found) === null) return showDeskRefusal(web, context, found);
    return context.html(comparePage(opened, { found: null, ...shown }));
  });

  // This form stands on the page of the case.
  routes.get(`${CASE}/search`, (context) => backToCase(context));

  routes.post(`${CASE}/search`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const page = `/cases/${sent.id}`;
    const told = { errors: [], step: 'shown' } as const;
    return leadToForm(web, context, sent, told, { form: searchOf(page), page });
  });
  return routes;
}

/** Names stand in no address: what was typed is kept, and each time that its page is asked for is a search of its own. */
async function showSearch(
  opened: OpenedCase,
  context: WebContext,
  { typed, trouble, step }: CaseFormAgain,
): Promise<Response> {
  const { web, by, view, frame } = opened;
  const nobody = { kind: 'found', candidates: [] } as const;
  if (step !== 'shown') return context.html(comparePage(opened, { found: nobody, searched: typed, trouble }));
  const again = (errors: readonly DeskError[]) => {
    const wrong = { errors: sayErrors(frame.words, errors, compareErrors), obstacle: null };
    return context.html(comparePage(opened, { found: nobody, searched: typed, trouble: wrong }));
  };
  const read = readTypedSearch(typed, dayOf(web.world.clock()));
  if (read.kind === 'wrong') return again(read.errors);
  const wanted = { search: read.search, reason: typed.reason ?? '' };
  const found = await findCandidates(web, by, view.case.id, wanted);
  if (found.kind === 'wrong') return again(found.errors);
  if (found.kind !== 'found') return showDeskRefusal(web, context, found);
  return context.html(comparePage(opened, { found, searched: typed }));
}

/** The form of a search by hand stands on the page of the case. */
function searchOf(path: string): string {
  return `${path}/search`;
}
