import type { Hono } from 'hono';
import { joinActs } from '../../http/area.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { askRoutes } from './ask/ask-routes.ts';
import { compareRoutes } from './compare/compare-routes.ts';
import { confirmRoutes } from './confirm/confirm-routes.ts';
import { decideRoutes } from './decide/decide-routes.ts';
import { documentRoutes } from './document/document-routes.ts';
import { documentsRoutes } from './documents/documents-routes.ts';
import { handOverRoutes } from './hand-over/hand-over-routes.ts';
import { historyRoutes } from './history/history-routes.ts';
import { linkRoutes } from './link/link-routes.ts';
import { messagesRoutes } from './messages/messages-routes.ts';
import { newNumberRoutes } from './new-number/new-number-routes.ts';
import { nextRoutes } from './next/next-routes.ts';
import { notesRoutes } from './notes/notes-routes.ts';
import { refuseRoutes } from './refuse/refuse-routes.ts';
import { rejectDocumentRoutes } from './reject-document/reject-document-routes.ts';
import { releaseRoutes } from './release/release-routes.ts';
import { reopenRoutes } from './reopen/reopen-routes.ts';
import { revealNumberRoutes } from './reveal-number/reveal-number-routes.ts';
import { takeRoutes } from './take/take-routes.ts';
import { takeOverRoutes } from './take-over/take-over-routes.ts';

/** The pages of one case. Belongs behind `requireStaff`. */
export function caseRoutes(web: Web): Hono<WebEnv> {
  return joinActs(web, [
    compareRoutes,
    nextRoutes,
    revealNumberRoutes,
    takeRoutes,
    releaseRoutes,
    takeOverRoutes,
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
    documentRoutes,
    rejectDocumentRoutes,
  ]);
}
