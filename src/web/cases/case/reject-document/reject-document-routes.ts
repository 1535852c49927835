import { Hono } from 'hono';
import { withReason } from '../../../../domain/acting/index.ts';
import { showProblem } from '../../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, openCase, readSent } from '../case-context.ts';
import { documentIn } from '../evidence/document-in.ts';
import { settle } from '../settle.ts';
import { rejectDocumentErrors } from './reject-document-errors.ts';
import { rejectDocumentPage } from './reject-document-page.ts';

/** Rejecting a document that cannot be used. */
export function rejectDocumentRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const missing = (context: WebContext) => showProblem(web, context, { problem: { kind: 'not-found' } });
  routes.get(`${CASE}/documents/:document/reject`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const document = documentIn(opened, context);
    if (!document) return missing(context);
    const again = await formAgain(opened, context, rejectDocumentErrors);
    const typed = again?.typed ?? {};
    return context.html(rejectDocumentPage(opened, document, { typed, trouble: troubleOf(again) }));
  });

  routes.post(`${CASE}/documents/:document/reject`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const document = documentIn(opened, context);
    if (!document) return missing(context);
    const { typed } = sent;
    const answer = await web.world.desk.rejectDocument({
      by: withReason(sent.by, typed.reason ?? ''),
      case: sent.id,
      document: document.id,
    });
    return settle(web, context, answer, {
      done: 'document-rejected',
      to: '/documents',
      sent,
    });
  });
  return routes;
}
