import { Hono } from 'hono';
import type { DeskError } from '../../../domain/casework/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { showDeskRefusal } from '../refusals.ts';
import { mayCompare } from './case-actions.ts';
import { CASE, openCase, readSent } from './case-context.ts';
import { comparePage } from './compare-page.ts';
import { findCandidates } from './find-candidates.ts';
import { readTypedSearch } from './search-form.ts';
import { errorsInWords, obstacleOf } from './trouble.ts';

/** The page of a case: the request beside the register, and the search by hand. */
export function compareRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(CASE, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const done = context.req.query('done');
    if (!mayCompare(opened.view)) return context.html(comparePage(opened, { found: null, done }));
    const found = await findCandidates(web, opened.member, opened.view.case.id);
    if (found.kind === 'found') return context.html(comparePage(opened, { found, done }));
    if (obstacleOf(found) === null) return showDeskRefusal(web, context, found);
    return context.html(comparePage(opened, { found: null, done }));
  });

  routes.post(`${CASE}/search`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const { typed, member, id } = sent;
    const again = (errors: readonly DeskError[]) => {
      const trouble = { errors: errorsInWords(opened.frame.words, errors), obstacle: null };
      const found = { kind: 'found', candidates: [] } as const;
      return context.html(comparePage(opened, { found, searched: typed, trouble }), 422);
    };
    const read = readTypedSearch(typed);
    if (read.kind === 'wrong') return again(read.errors);
    const found = await findCandidates(web, member, id, { search: read.search, reason: typed.reason ?? '' });
    if (found.kind === 'wrong') return again(found.errors);
    if (found.kind !== 'found') return showDeskRefusal(web, context, found);
    return context.html(comparePage(opened, { found, searched: typed }));
  });
  return routes;
}
