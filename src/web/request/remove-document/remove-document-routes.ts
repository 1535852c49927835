import { Hono } from 'hono';
import { parseDocumentId } from '../../../domain/documents/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { readApplicantForm } from '../applicant.ts';

/** Taking a document back. Its form stands on the page of documents. */
export function removeDocumentRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/request/documents/remove', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const id = parseDocumentId(form.typed.document ?? '');
    const kind =
      id === null ? 'not-now' : (await world.requests.removeDocument({ case: form.case, document: id })).kind;
    const to = kind === 'removed' ? '/request/documents?done=gone' : '/request/status?done=not-now';
    return context.redirect(to, 303);
  });
  return routes;
}
