import { Hono } from 'hono';
import { type DocumentId, type KeptDocument, parseDocumentId } from '../../../../domain/documents/index.ts';
import { showProblem } from '../../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../../http/web-context.ts';
import { staffOf } from '../../../http/web-session.ts';
import { showDeskRefusal } from '../../refusals.ts';
import { formAgain, troubleOf } from '../again.ts';
import { CASE, caseIn, type OpenedCase, openCase, readSent } from '../case-context.ts';
import { documentPage, rejectPage } from '../document/document-page.ts';
import { settle } from '../settle.ts';
import { documentsPage } from './documents-page.ts';

/** The documents of a case: the list, a look at one, its pages as pictures, and rejecting it. */
export function documentsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const missing = (context: WebContext) => showProblem(web, context, { problem: { kind: 'not-found' } });

  routes.get(`${CASE}/documents`, async (context) => {
    const opened = await openCase(web, context);
    return opened instanceof Response
      ? opened
      : context.html(documentsPage(opened, context.req.query('done')));
  });

  routes.get(`${CASE}/documents/:document`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const document = documentIn(opened, context);
    return document ? context.html(documentPage(opened, document)) : missing(context);
  });

  routes.get(`${CASE}/documents/:document/reject`, async (context) => {
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const document = documentIn(opened, context);
    if (!document) return missing(context);
    const again = await formAgain(opened, context);
    const typed = again?.typed ?? {};
    return context.html(rejectPage(opened, document, { typed, trouble: troubleOf(again) }));
  });

  routes.post(`${CASE}/documents/:document/reject`, async (context) => {
    const sent = await readSent(web, context);
    if (sent instanceof Response) return sent;
    const opened = await openCase(web, context);
    if (opened instanceof Response) return opened;
    const document = documentIn(opened, context);
    if (!document) return missing(context);
    const { typed } = sent;
    const answer = await web.world.desk.rejectDocument(sent.member, sent.id, document.id, typed.reason ?? '');
    return settle(web, context, answer, {
      done: 'document-rejected',
      to: '/documents',
      sent,
    });
  });

  routes.get(`${CASE}/documents/:document/:page{[1-9][0-9]?}`, (context) => showPicture(web, context));
  return routes;
}

/** The document in the address; `null` when this case has none such, or not any more. */
function documentIn({ view }: OpenedCase, context: WebContext): KeptDocument | null {
  const id = parseDocumentId(context.req.param('document') ?? '');
  return view.documents.find((each) => each.id === id && each.removedAt === null) ?? null;
}

/** One page as a picture: never taken for anything else, and nothing in it may act. */
async function showPicture(web: Web, context: WebContext): Promise<Response> {
  const id = caseIn(context);
  const document: DocumentId | null = parseDocumentId(context.req.param('document') ?? '');
  if (!id || !document) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const page = Number(context.req.param('page'));
  const answer = await web.world.desk.viewDocument(staffOf(context), id, document, page);
  if (answer.kind !== 'page') return showDeskRefusal(web, context, answer);
  if (answer.type !== 'image/png' && answer.type !== 'image/jpeg')
    return showProblem(web, context, { problem: { kind: 'not-found' } });
  context.set('contentPolicy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  return context.body(new Uint8Array(answer.bytes), 200, {
    'content-type': answer.type,
    'content-disposition': 'inline',
  });
}
