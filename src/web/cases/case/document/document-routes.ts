import { Hono } from 'hono';
import { type DocumentId, parseDocumentId } from '../../../../domain/documents/index.ts';
import { actingOf } from '../../../http/session/staff-context.ts';
import { showProblem } from '../../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { CASE, caseIn, openCase } from '../case-context.ts';
import { documentIn } from '../evidence/document-in.ts';
import { documentPage } from './document-page.ts';

/** A look at one document, and its pages as pictures. */
export function documentRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const missing = (context: WebContext) => showProblem(web, context, { problem: { kind: 'not-found' } });
  routes.get(`${CASE}/documents/:document`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const document = documentIn(opened, context);
    return document ? context.html(documentPage(opened, document)) : missing(context);
  });

  routes.get(`${CASE}/documents/:document/:page{[1-9][0-9]?}`, (context) => showPicture(web, context));
  return routes;
}

/** One page as a picture: never taken for anything else, and nothing in it may act. */
async function showPicture(web: Web, context: WebContext): Promise<Response> {
  const id = caseIn(context);
  const document: DocumentId | null = parseDocumentId(context.req.param('document') ?? '');
  if (!id || !document) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const page = Number(context.req.param('page'));
  const answer = await web.world.desk.viewDocumentPage({ by: actingOf(context), case: id, document, page });
  if (answer.kind !== 'page') return showDeskRefusal(web, context, answer);
  if (answer.type !== 'image/png' && answer.type !== 'image/jpeg')
    return showProblem(web, context, { problem: { kind: 'not-found' } });
  context.set('contentPolicy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  return context.body(new Uint8Array(answer.bytes), 200, {
    'content-type': answer.type,
    'content-disposition': 'inline',
  });
}
