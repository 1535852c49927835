import { Hono } from 'hono';
import { withForm } from '../../http/form-again.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { linksRoutes } from '../find-links/find-links-routes.ts';
import { askRoutes } from './ask/ask-routes.ts';
import { CASE, caseIn } from './case-context.ts';
import { compareRoutes } from './compare/compare-routes.ts';
import { confirmRoutes } from './confirm/confirm-routes.ts';
import { decideRoutes } from './decide/decide-routes.ts';
import { documentsRoutes } from './documents/documents-routes.ts';
import { handOverRoutes } from './hand-over/hand-over-routes.ts';
import { historyRoutes } from './history/history-routes.ts';
import { linkRoutes } from './link/link-routes.ts';
import { messagesRoutes } from './messages/messages-routes.ts';
import { newNumberRoutes } from './new-number/new-number-routes.ts';
import { notesRoutes } from './notes/notes-routes.ts';
import { refuseRoutes } from './refuse/refuse-routes.ts';
import { reopenRoutes } from './reopen/reopen-routes.ts';
import { numberRoutes } from './reveal-number/reveal-number-routes.ts';
import { holdRoutes } from './take-over/take-over-routes.ts';

/** The pages of one case, and those of links. Belongs behind `requireStaff`. */
export function caseRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const parts = [
    linksRoutes,
    compareRoutes,
    numberRoutes,
    holdRoutes,
    decideRoutes,
    linkRoutes,
    newNumberRoutes,
    askRoutes,
    handOverRoutes,
    refuseRoutes,
    reopenRoutes,
    confirmRoutes,
    messagesRoutes,
    notesRoutes,
    historyRoutes,
    documentsRoutes,
  ];
  for (const part of parts) routes.route('/', part(web));
  // These forms stand on the page of the case.
  for (const form of ['search', 'take', 'release'])
    routes.get(`${CASE}/${form}`, (context) =>
      context.redirect(withForm(context, `/cases/${caseIn(context) ?? ''}`), 303),
    );
  return routes;
}
