import type { Hono } from 'hono';
import {
  type DocumentRefusal,
  documentBounds,
  parseDocumentId,
  parseDocumentKind,
} from '../../domain/documents/index.ts';
import { readMultipart } from '../http/read-multipart.ts';
import { clientAddress, type Web, type WebContext, type WebEnv } from '../http/web-context.ts';
import type { FieldError } from '../ui/error-summary.ts';
import type { Words } from '../ui/words.ts';
import {
  type Applicant,
  chooseLanguage,
  nextPath,
  readApplicant,
  readApplicantForm,
  refuseForm,
  typedIn,
} from './applicant.ts';
import { documentNotices, documentsPage } from './documents-page.ts';

const bounds = { fileField: 'file', files: 1, bytesPerFile: documentBounds.bytes } as const;

/** Sending documents to a request, and taking them back. */
export function addDocumentRoutes(routes: Hono<WebEnv>, web: Web): void {
  const { world } = web;
  const { contact } = world.settings;

  routes.get('/request/documents', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (view.stage.kind === 'draft') return context.redirect(nextPath(view), 303);
    const notice = documentNotices.find((each) => each === context.req.query('done')) ?? null;
    return chooseLanguage(web, context) ?? context.html(documentsPage(frame, { view, notice, contact }));
  });

  routes.post('/request/documents', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    const received = await receiveDocument(web, context, applicant);
    if (received instanceof Response) return received;
    if (received.kind === 'added') return context.redirect('/request/documents?done=added', 303);
    if (received.kind === 'not-now') return context.redirect('/request/status?done=not-now', 303);
    const { errors, typed } = received;
    return context.html(documentsPage(frame, { view, notice: null, contact, typed, errors }), 422);
  });

  routes.post('/request/documents/remove', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const id = parseDocumentId(form.typed.document ?? '');
    const kind = id === null ? 'not-now' : (await world.requests.removeDocument(form.case, id)).kind;
    const to = kind === 'removed' ? '/request/documents?done=gone' : '/request/status?done=not-now';
    return context.redirect(to, 303);
  });
}

type Received =
  | { readonly kind: 'added' }
  | { readonly kind: 'not-now' }
  | {
      readonly kind: 'wrong';
      readonly errors: readonly FieldError[];
      readonly typed: Readonly<Record<string, string>>;
    };

/** One file of a form of this session: read with a bound, checked by its content, kept. */
async function receiveDocument(
  web: Web,
  context: WebContext,
  { secret, view, frame, case: id }: Applicant,
): Promise<Received | Response> {
  const { world } = web;
  const { words } = frame;
  if (!view.mayUpload) return { kind: 'not-now' };
  // Looking at a file costs more than sending it: who keeps sending what cannot be taken waits a while.
  const keys = [`case ${id}`, `network ${clientAddress(web, context)}`];
  if (keys.some((key) => world.refusedUploads.look(key).kind === 'wait'))
    return { kind: 'wrong', errors: [refusal('not-now', words)], typed: {} };
  const form = await readMultipart(context.req.raw, bounds);
  if (form.kind === 'too-large') return { kind: 'wrong', errors: [refusal('too-large', words)], typed: {} };
  const lists = new Map<string, readonly string[]>();
  const refused = refuseForm(web, context, form.kind === 'form' ? { ...form, lists } : form, secret);
  if (refused) return refused;
  const [file] = form.kind === 'form' ? form.files : [];
  const typed = form.kind === 'form' ? typedIn(form.fields) : {};
  const kind = parseDocumentKind(typed.kind ?? '');
  const missing: readonly FieldError[] = [
    ...(kind === null ? [{ field: 'kind', id: 'kind', text: words.say('documents.error.kind') }] : []),
    ...(file === undefined ? [{ field: 'file', id: 'file', text: words.say('documents.error.choose') }] : []),
  ];
  if (kind === null || file === undefined) return { kind: 'wrong', errors: missing, typed };
  const prepared = await world.documents.prepare(file.bytes, file.name, id);
  if (prepared.kind === 'refused') {
    for (const key of keys) world.refusedUploads.count(key);
    await world.requests.refuseDocument(id, prepared.reason);
    return { kind: 'wrong', errors: [refusal(prepared.reason, words)], typed };
  }
  const added = await world.requests.addDocument(id, prepared.document, kind);
  return added.kind === 'refused' ? { kind: 'wrong', errors: [refusal(added.reason, words)], typed } : added;
}

function refusal(reason: DocumentRefusal, words: Words): FieldError {
  return { field: 'file', id: 'file', text: words.say(`documents.error.${reason}`) };
}
