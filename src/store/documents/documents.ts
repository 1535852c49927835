import { Redacted } from '../../base/redacted.ts';
import { casePeriods } from '../../domain/casework/index.ts';
import {
  type DocumentId,
  type DocumentImage,
  type DocumentStore,
  documentBounds,
  type KeptDocument,
  type NewDocument,
  type PreparedDocument,
} from '../../domain/documents/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { type Protection, sealedRow } from '../ground/sealing.ts';
import {
  addDocument,
  addPage,
  type DocumentRow,
  expireDue,
  listDocuments,
  lockCase,
  readOriginal,
  readPage,
  rejectDocument,
  removeDocument,
  setRetention,
} from './document-statements.ts';

const NAME = 'documents.name_sealed';
const ORIGINAL = 'documents.original_sealed';
const REJECTION = 'documents.rejection_sealed';
const IMAGE = 'document_pages.image_sealed';
const THUMBNAIL = 0;
const BATCH = 500;

/** Documents of cases. Content is sealed; of an image there is one copy, as its only page. */
export function documentsIn(context: StoreContext): DocumentStore {
  const { queries, protection } = context;
  const read = (row: DocumentRow) => readDocument(protection, row);
  const pageOf = async (caseId: string, id: DocumentId, page: number): Promise<DocumentImage | null> => {
    const row = await queries.first<PageRow>(readPage, [caseId, id, page]);
    return (
      row && { type: row.type, bytes: protection.openBytes(IMAGE, sealedRow(id, page), row.image_sealed) }
    );
  };
  return {
    async add(prepared, about) {
      // A lock of its own statement: the count that follows then sees what others committed while this one waited.
      await queries.all(lockCase, [about.case]);
      const row = await queries.first<DocumentRow>(addDocument, valuesOf(protection, prepared, about));
      if (row === null) return { kind: 'too-many' };
      for (const [index, { type, bytes }] of [prepared.thumbnail, ...prepared.pages].entries())
        await queries.changeUnheard(addPage, [
          about.id,
          index,
          type,
          protection.sealBytes(IMAGE, sealedRow(about.id, index), bytes),
        ]);
      return { kind: 'added', document: read(row) };
    },
    list: async (caseId) => (await queries.all<DocumentRow>(listDocuments, [caseId])).map(read),
    readPreview: async (caseId, id, page) =>
      page === THUMBNAIL ? null : pageOf(caseId, id, page === 'thumbnail' ? THUMBNAIL : page),
    async readOriginal(caseId, id) {
      const row = await queries.first<OriginalRow>(readOriginal, [caseId, id]);
      if (row === null) return pageOf(caseId, id, 1);
      return { type: 'application/pdf', bytes: protection.openBytes(ORIGINAL, id, row.original_sealed) };
    },
    async reject(caseId, id, reason, at) {
      const sealed = protection.seal(REJECTION, id, reason);
      return (await queries.change(rejectDocument, [caseId, id, at, sealed])) === 1;
    },
    remove: async (caseId, id, at) => (await queries.change(removeDocument, [caseId, id, at])) === 1,
    async setRetention(caseId, removeAfter) {
      await queries.changeUnheard(setRetention, [caseId, removeAfter]);
    },
    async expireDue(at) {
      const rows = await queries.all<ExpiredRow>(expireDue, [at, BATCH]);
      return rows
        .toSorted((one, other) => one.remove_after.getTime() - other.remove_after.getTime())
        .map(({ id, case_id }) => ({ id, case: case_id }));
    },
  };
}

type PageRow = { type: DocumentImage['type']; image_sealed: Buffer };
type OriginalRow = { original_sealed: Buffer };
type ExpiredRow = { id: DocumentId; case_id: string; remove_after: Date };

function valuesOf(protection: Protection, prepared: PreparedDocument, about: NewDocument) {
  const { original, size } = prepared;
  return [
    about.id,
    about.case,
    about.question,
    about.kind,
    protection.seal(NAME, about.id, prepared.name.reveal()),
    prepared.type,
    prepared.originalType,
    original.bytes.length,
    prepared.pages.length,
    size?.width ?? null,
    size?.height ?? null,
    Buffer.from(prepared.sha256, 'hex'),
    about.uploadedAt,
    about.uploadedBy,
    prepared.scan,
    original.type === 'application/pdf' ? protection.sealBytes(ORIGINAL, about.id, original.bytes) : null,
    documentBounds.perQuestion,
    documentBounds.perCase,
    documentBounds.everPerCase,
    casePeriods.documentMilliseconds,
  ];
}

function readDocument(protection: Protection, row: DocumentRow): KeptDocument {
  const { width, height, rejected_at, rejection_sealed } = row;
  const open = (place: typeof NAME | typeof REJECTION, sealed: Buffer | null) =>
    new Redacted(sealed === null ? '' : protection.open(place, row.id, sealed));
  return {
    id: row.id,
    case: row.case_id,
    question: row.question,
    kind: row.kind,
    name: open(NAME, row.name_sealed),
    type: row.type,
    originalType: row.original_type,
    bytes: row.bytes,
    pages: row.pages,
    size: width === null || height === null ? null : { width, height },
    sha256: row.sha256.toString('hex'),
    uploadedAt: row.uploaded_at,
    uploadedBy: row.uploaded_by,
    scan: row.scan,
    rejected: rejected_at === null ? null : { at: rejected_at, reason: open(REJECTION, rejection_sealed) },
    removedAt: row.removed_at,
    removedWhy: row.removed_why,
    removeAfter: row.remove_after,
  };
}
