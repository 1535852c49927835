import { Hono } from 'hono';
import type { RequestView } from '../../../domain/casework/index.ts';
import { documentBounds, parseDocumentKind } from '../../../domain/documents/index.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import { readMultipart } from '../../http/read-multipart.ts';
import { refuseForm } from '../../http/refuse-form.ts';
import { clientAddress, type Web, type WebContext, type WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { nextPath, type OpenedRequest, readApplicant, typedIn } from '../applicant.ts';
import { askOnceMore, formOfPage } from '../form-of-request.ts';
import type { DocumentFault } from '../request-told.ts';
import { documentsErrors } from './documents-errors.ts';
import { documentNotices, documentsPage } from './documents-page.ts';

const bounds = { fileField: 'file', files: 1, bytesPerFile: documentBounds.bytes } as const;

/** Sending documents to a request. */
export function documentsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const { world } = web;
  const { contact } = world.settings;

  routes.get('/request/documents', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (view.stage.kind === 'draft') return context.redirect(nextPath(view), 303);
    const notice = documentNotices.find((each) => each === context.req.query('done')) ?? null;
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const again = await formOfPage(web, context, applicant);
    const faults = (again?.told.document ?? []).map((code) => ({
      field: code === 'kind' ? 'kind' : 'file',
      code,
    }));
    const errors = sayErrors(frame.words, faults, documentsErrors);
    // The document that a link of the list names, or else the first that is missing.
    const typed = again?.typed ?? {
      kind: parseDocumentKind(context.req.query('kind') ?? '') ?? firstMissing(view),
    };
    return context.html(documentsPage(frame, { view, notice, contact, typed, errors }));
  });

  routes.post('/request/documents', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const received = await receiveDocument(web, context, applicant);
    if (received instanceof Response) return received;
    if (received.kind === 'added') return context.redirect('/request/documents?done=added', 303);
    if (received.kind === 'not-now') return context.redirect('/request/status?done=not-now', 303);
    const { faults, typed } = received;
    return askOnceMore(web, context, applicant, {
      page: '/request/documents',
      typed,
      told: { document: faults },
    });
  });

  return routes;
}

function firstMissing({ asked }: RequestView): string {
  const missing = asked?.things.find(({ kind, arrivedAt }) => kind === 'document' && arrivedAt === null);
  return missing?.kind === 'document' ? missing.document : '';
}

type Received =
  | { readonly kind: 'added' }
  | { readonly kind: 'not-now' }
  | {
      readonly kind: 'wrong';
      readonly faults: readonly DocumentFault[];
      readonly typed: Readonly<Record<string, string>>;
    };

/** One file of a form of this session: read with a bound, checked by its content, kept. */
async function receiveDocument(
  web: Web,
  context: WebContext,
  { secret, view, case: id }: OpenedRequest,
): Promise<Received | Response> {
  const { world } = web;
  if (!view.mayUpload && !view.reply?.isOpen) return { kind: 'not-now' };
  // Looking at a file costs more than sending it: who keeps sending what cannot be taken waits a while.
  const keys = [`case ${id}`, `network ${clientAddress(web, context)}`];
  if (keys.some((key) => world.refusedUploads.look(key).kind === 'wait'))
    return { kind: 'wrong', faults: ['not-now'], typed: {} };
  const form = await readMultipart(context.req.raw, bounds);
  if (form.kind === 'too-large') return { kind: 'wrong', faults: ['too-large'], typed: {} };
  const lists = new Map<string, readonly string[]>();
  const refused = refuseForm(web, context, form.kind === 'form' ? { ...form, lists } : form, secret);
  if (refused) return refused;
  const [file] = form.kind === 'form' ? form.files : [];
  const typed = form.kind === 'form' ? typedIn(form.fields) : {};
  const kind = parseDocumentKind(typed.kind ?? '');
  const missing: readonly DocumentFault[] = [
    ...(kind === null ? (['kind'] as const) : []),
    ...(file === undefined ? (['choose'] as const) : []),
  ];
  if (kind === null || file === undefined) return { kind: 'wrong', faults: missing, typed };
  const arrival = await world.requests.beginUpload({ case: id });
  const prepared = await world.documents.prepare(file.bytes, file.name, id);
  if (prepared.kind === 'refused') {
    for (const key of keys) world.refusedUploads.count(key);
    await world.requests.refuseDocument({ case: id, reason: prepared.reason, arrival });
    return { kind: 'wrong', faults: [prepared.reason], typed };
  }
  const added = await world.requests.addDocument({ case: id, document: prepared.document, kind, arrival });
  return added.kind === 'refused' ? { kind: 'wrong', faults: [added.reason], typed } : added;
}
