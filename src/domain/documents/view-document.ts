import type { CorrelationCode } from '../../base/correlation.ts';
import type { Actor, AuditTrail } from '../audit/index.ts';
import type { DocumentId, DocumentImage, DocumentOriginal } from './model.ts';
import type { DocumentStore } from './ports.ts';

/** Who wants to see what, and why that is allowed. */
export type DocumentLook = {
  readonly case: string;
  readonly id: DocumentId;
  /** `original`: the file itself, to be saved, never shown in a page. */
  readonly part: number | 'thumbnail' | 'original';
  readonly actor: Actor;
  readonly purpose: string;
  readonly correlation: CorrelationCode;
};

/** The only way from a document to an eye: reads a part of it and records the view in the same transaction. */
export async function viewDocument(
  stores: { readonly documents: DocumentStore; readonly audit: AuditTrail },
  view: DocumentLook,
): Promise<DocumentImage | DocumentOriginal | null> {
  const { part, actor, purpose, correlation } = view;
  const seen =
    part === 'original'
      ? await stores.documents.readOriginal(view.case, view.id)
      : await stores.documents.readPreview(view.case, view.id, part);
  if (seen === null) return null;
  await stores.audit.record({
    kind: 'document.viewed',
    actor,
    subject: { kind: 'case', id: view.case },
    purpose,
    details: { document: view.id, part: String(part), type: seen.type },
    concerned: [{ way: 'shown', applicantOf: view.case }],
    correlation,
  });
  return seen;
}
