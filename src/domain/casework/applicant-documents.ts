import { correlationCode } from '../../base/correlation.ts';
import {
  type DocumentId,
  type DocumentRefusal,
  type PreparedDocument,
  parseDocumentId,
  parseDocumentKind,
} from '../documents/index.ts';
import { record } from './keep-case.ts';
import type { CaseId } from './model.ts';
import type { Requests } from './requests.ts';
import { mayUpload } from './view-request.ts';
import type { CaseworkContext } from './world.ts';

const applicant = { kind: 'applicant' } as const;

/** Keeps a document with the request: for the open question, when there is one. */
export async function addDocument(
  context: CaseworkContext,
  id: CaseId,
  { document, kind }: { readonly document: PreparedDocument; readonly kind: string },
): ReturnType<Requests['addDocument']> {
  const { stores, world, now } = context;
  const one = await stores.cases.find(id);
  const documentId = parseDocumentId(world.randomness.uuid());
  if (documentId === null) throw new Error('the source of randomness gave something that is not a UUID');
  if (one === null || !mayUpload(one)) return { kind: 'not-now' };
  const kept = await stores.documents.add(document, {
    id: documentId,
    case: id,
    question: one.state.kind === 'waiting' ? one.state.question : null,
    kind: parseDocumentKind(kind) ?? 'other',
    uploadedAt: now,
    uploadedBy: 'applicant',
  });
  if (kept.kind === 'too-many') return { kind: 'refused', reason: 'too-many' };
  const { type, bytes, pages, scan } = kept.document;
  await record(context, one, {
    kind: 'document-added',
    by: applicant,
    details: { document: documentId, type, bytes, pages, scan },
  });
  return { kind: 'added', document: kept.document };
}

/** Takes back a document that no agent has judged yet. */
export async function removeDocument(
  context: CaseworkContext,
  id: CaseId,
  document: DocumentId,
): Promise<{ readonly kind: 'removed' | 'not-now' }> {
  const { stores, now } = context;
  const one = await stores.cases.find(id);
  if (one === null || !mayUpload(one)) return { kind: 'not-now' };
  if (!(await stores.documents.remove(id, document, now))) return { kind: 'not-now' };
  await record(context, one, { kind: 'document-removed', by: applicant, details: { document } });
  return { kind: 'removed' };
}

/** Tells the trail that a file was not taken. Nothing of it was kept, so the timeline of the case says nothing. */
export async function refuseDocument(
  { stores, world }: CaseworkContext,
  id: CaseId,
  reason: DocumentRefusal,
): Promise<void> {
  await stores.audit.record({
    kind: 'document.refused',
    actor: { kind: 'unknown' },
    subject: { kind: 'case', id },
    purpose: 'registration',
    details: { reason },
    correlation: correlationCode(world.randomness.bytes(8)),
  });
}
