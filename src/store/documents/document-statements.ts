import type { DocumentId, KeptDocument } from '../../domain/documents/index.ts';
import type { Statement } from '../ground/statement.ts';

const COLUMNS = `id, case_id, question, kind, name_sealed, type, original_type, bytes, pages, width, height, sha256,
  uploaded_at, uploaded_by, scan, rejected_at, rejection_sealed, removed_at, removed_why, remove_after`;

export type DocumentRow = {
  readonly id: DocumentId;
  readonly case_id: string;
  readonly question: string | null;
  readonly kind: KeptDocument['kind'];
  readonly name_sealed: Buffer | null;
  readonly type: KeptDocument['type'];
  readonly original_type: KeptDocument['originalType'];
  readonly bytes: number;
  readonly pages: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly sha256: Buffer;
  readonly uploaded_at: Date;
  readonly uploaded_by: KeptDocument['uploadedBy'];
  readonly scan: KeptDocument['scan'];
  readonly rejected_at: Date | null;
  readonly rejection_sealed: Buffer | null;
  readonly removed_at: Date | null;
  readonly removed_why: KeptDocument['removedWhy'];
  readonly remove_after: Date | null;
};

export const lockCase: Statement = {
  name: 'documents.lock_case',
  text: `select pg_advisory_xact_lock(hashtextextended($1, 10))`,
};
export const addDocument: Statement = {
  name: 'documents.add',
  text: `insert into documents (id, case_id, question, kind, name_sealed, type, original_type, bytes, pages, width, height,
      sha256, uploaded_at, uploaded_by, scan, original_sealed, remove_after)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
      (select changed_at + $20::double precision * interval '1 millisecond' from cases where id = $2 and not is_open)
    from (
      select count(*) filter (where live and question = $3) as in_question, count(*) filter (where live) as in_case,
        count(*) as ever
      from (
        select question, removed_at is null and rejected_at is null as live from documents where case_id = $2
      ) of_case
    ) counted
    where in_question < $17 and in_case < $18 and ever < $19
    returning ${COLUMNS}`,
};
export const addPage: Statement = {
  name: 'documents.add_page',
  text: 'insert into document_pages (document, page, type, image_sealed) values ($1, $2, $3, $4)',
};
export const listDocuments: Statement = {
  name: 'documents.list',
  readsOnly: true,
  text: `select ${COLUMNS} from documents where case_id = $1 order by uploaded_at, id`,
};
export const readPage: Statement = {
  name: 'documents.read_page',
  readsOnly: true,
  text: `select document_pages.type, image_sealed from document_pages join documents on documents.id = document
    where case_id = $1 and document = $2 and page = $3`,
};
export const readOriginal: Statement = {
  name: 'documents.read_original',
  readsOnly: true,
  text: 'select original_sealed from documents where case_id = $1 and id = $2 and original_sealed is not null',
};
export const rejectDocument: Statement = {
  name: 'documents.reject',
  text: `update documents set rejected_at = $3, rejection_sealed = $4
    where case_id = $1 and id = $2 and rejected_at is null and removed_at is null`,
};
export const removeDocument: Statement = {
  name: 'documents.remove',
  text: `with gone as (
      update documents set removed_at = $3, removed_why = 'by-applicant', name_sealed = null, original_sealed = null
      where case_id = $1 and id = $2 and rejected_at is null and removed_at is null returning id
    ), pages as (
      delete from document_pages where document in (select id from gone)
    )
    select id from gone`,
};
export const setRetention: Statement = {
  name: 'documents.set_retention',
  text: 'update documents set remove_after = $2 where case_id = $1 and removed_at is null',
};
export const expireDue: Statement = {
  name: 'documents.expire_due',
  text: `with due as materialized (
      select id from documents where removed_at is null and remove_after <= $1
      order by remove_after limit $2 for update skip locked
    ), pages as (
      delete from document_pages where document in (select id from due)
    )
    update documents
    set removed_at = $1, removed_why = 'retention', name_sealed = null, original_sealed = null, rejection_sealed = null
    from due where documents.id = due.id
    returning documents.id, case_id, remove_after`,
};
