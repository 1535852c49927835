import { correlationCode } from '../../../base/correlation.ts';
import {
  type DocumentId,
  type DocumentRefusal,
  type KeptDocument,
  type NewDocument,
  type PreparedDocument,
  parseDocumentId,
  parseDocumentKind,
} from '../../documents/index.ts';
import { applicant } from '../case/doer.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import type { Case, CaseId } from '../case/model.ts';
import type { ArrivingFile } from '../case/ports.ts';
import { act, type Context } from '../case/world.ts';
import { questionOf } from './asked.ts';
import { takeIn, takingInNeeds } from './go-on.ts';
import { lastWordNeeds, mayStillSend, mayUpload } from './what-one-may.ts';

/** A file has come whole: from now on it counts as arrived, however long it takes to look at it. */
export const beginUpload = act(
  ['cases', 'caseArrivals'],
  async ({ stores, world, now }, { case: id }: { readonly case: CaseId }): Promise<ArrivingFile> => {
    const arrival = { id: world.randomness.uuid(), at: now };
    const one = await stores.cases.hold(id);
    if (one?.state.kind === 'waiting')
      await stores.caseArrivals.add({ ...arrival, case: id, question: one.state.question });
    return arrival;
  },
);

/** `arrival`: since when it counts, where it was looked at for long. */
export type AddDocument = {
  readonly case: CaseId;
  readonly document: PreparedDocument;
  readonly kind: string;
  readonly arrival?: ArrivingFile;
};

export type AddedDocument =
  | { readonly kind: 'added'; readonly document: KeptDocument }
  | { readonly kind: 'refused'; readonly reason: DocumentRefusal }
  | { readonly kind: 'not-now' };

/**
 * Keeps a document with the request, for the question that counts now. When it was the last thing that was asked for, the question is
 * answered; after the end of a request it is a reply. The same file sent twice for the same thing is one.
 */
export const addDocument = act(
  ['caseArrivals', ...takingInNeeds, ...lastWordNeeds],
  async (context, { case: id, document, kind: typedKind, arrival }: AddDocument): Promise<AddedDocument> => {
    const { stores, now } = context;
    const one = await stores.cases.hold(id);
    if (arrival) await stores.caseArrivals.remove(arrival.id);
    if (one === null) return { kind: 'not-now' };
    const kind = parseDocumentKind(typedKind) ?? 'other';
    const question = questionOf(one, await stores.caseMessages.of(id))?.id ?? null;
    const same = (await stores.documents.list(id)).find((each) => isSame(each, { document, kind, question }));
    if (same) return { kind: 'added', document: same };
    if (!(await mayStillSend(context, one, arrival?.at ?? now))) return { kind: 'not-now' };
    const kept = await stores.documents.add(document, about(context, one, { kind, question }));
    if (kept.kind === 'too-many') return { kind: 'refused', reason: 'too-many' };
    const { type, bytes, pages, scan } = kept.document;
    const details = { document: kept.document.id, type, bytes, pages, scan };
    await takeIn(context, one, {
      at: arrival?.at ?? now,
      happening: { kind: 'document-added', by: applicant, details },
    });
    return { kind: 'added', document: kept.document };
  },
);

function about(
  { world, now }: Context<[]>,
  one: Case,
  { kind, question }: Pick<NewDocument, 'kind' | 'question'>,
): NewDocument {
  const id = parseDocumentId(world.randomness.uuid());
  if (id === null) throw new Error('the source of randomness gave something that is not a UUID');
  return { id, case: one.id, question, kind, uploadedAt: now, uploadedBy: 'applicant' };
}

/** A double click, a reload or Back sends a form again: the same picture of the same thing, for the same question. */
function isSame(
  kept: KeptDocument,
  sent: { readonly document: PreparedDocument; readonly kind: string; readonly question: string | null },
): boolean {
  return (
    kept.removedAt === null &&
    kept.rejected === null &&
    kept.sha256 === sent.document.sha256 &&
    kept.kind === sent.kind &&
    kept.question === sent.question
  );
}

/** Takes back a document that no agent has judged yet. */
export const removeDocument = act(
  ['cases', 'documents', ...recordingNeeds],
  async (
    context,
    { case: id, document }: { readonly case: CaseId; readonly document: DocumentId },
  ): Promise<{ readonly kind: 'removed' | 'not-now' }> => {
    const { stores, now } = context;
    const one = await stores.cases.hold(id);
    if (one === null || !mayUpload(one)) return { kind: 'not-now' };
    if (!(await stores.documents.remove(id, document, now))) return { kind: 'not-now' };
    await record(context, one, { kind: 'document-removed', by: applicant, details: { document } });
    return { kind: 'removed' };
  },
);

export type RefuseDocument = {
  readonly case: CaseId;
  readonly reason: DocumentRefusal;
  readonly arrival?: ArrivingFile;
};

/**
 * Tells the trail that a file was not taken. Nothing of it was kept, so the timeline of the case says nothing. A file that we could not
 * look at has come all the same: no request ends for that.
 */
export const refuseDocument = act(
  ['caseArrivals', 'audit'],
  async ({ stores, world }, { case: id, reason, arrival }: RefuseDocument): Promise<void> => {
    if (arrival && reason !== 'not-now') await stores.caseArrivals.remove(arrival.id);
    await stores.audit.record({
      kind: 'document.refused',
      actor: { kind: 'unknown' },
      subject: { kind: 'case', id },
      purpose: 'registration',
      details: { reason },
      correlation: correlationCode(world.randomness.bytes(8)),
    });
  },
);
