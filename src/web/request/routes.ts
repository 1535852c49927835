import type { Hono } from 'hono';
import { joinActs } from '../http/area.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { askAgainRoutes } from './ask-again/ask-again-routes.ts';
import { askLinkRoutes } from './ask-link/ask-link-routes.ts';
import { checkRoutes } from './check/check-routes.ts';
import { contactRoutes } from './contact/contact-routes.ts';
import { documentsRoutes } from './documents/documents-routes.ts';
import { emailRoutes } from './email/email-routes.ts';
import { enterRoutes } from './enter/enter-routes.ts';
import { leaveRoutes } from './leave/leave-routes.ts';
import { moreTimeRoutes } from './more-time/more-time-routes.ts';
import { openLinkRoutes } from './open-link/open-link-routes.ts';
import { questionsRoutes } from './questions/questions-routes.ts';
import { removeDocumentRoutes } from './remove-document/remove-document-routes.ts';
import { savedRoutes } from './saved/saved-routes.ts';
import { sentRoutes } from './sent/sent-routes.ts';
import { startRoutes } from './start/start-routes.ts';
import { statusRoutes } from './status/status-routes.ts';
import { withdrawRoutes } from './withdraw/withdraw-routes.ts';

/** The pages of somebody who asked for a number. Each form leads on to a page by 303. Everything works without script. */
export function openRequestRoutes(web: Web): Hono<WebEnv> {
  return joinActs(web, [
    askLinkRoutes,
    openLinkRoutes,
    startRoutes,
    enterRoutes,
    moreTimeRoutes,
    leaveRoutes,
    questionsRoutes,
    savedRoutes,
    emailRoutes,
    checkRoutes,
    sentRoutes,
    statusRoutes,
    contactRoutes,
    withdrawRoutes,
    askAgainRoutes,
    documentsRoutes,
    removeDocumentRoutes,
  ]);
}
