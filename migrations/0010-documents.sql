create table documents (
  id uuid primary key,
  case_id uuid not null,
  question text,
  kind text not null
    check (kind in ('identity-front', 'identity-back', 'passport', 'residence', 'birth-certificate', 'name-change', 'other')),
  name_sealed bytea,
  type text not null check (type in ('jpeg', 'png', 'pdf')),
  original_type text not null check (original_type in ('jpeg', 'png', 'heic', 'pdf')),
  bytes integer not null,
  pages integer not null,
  width integer,
  height integer,
  sha256 bytea not null,
  uploaded_at timestamptz not null,
  uploaded_by text not null check (uploaded_by in ('applicant', 'officer')),
  scan text not null check (scan in ('clean', 'not-scanned')),
  original_sealed bytea,
  rejected_at timestamptz,
  rejection_sealed bytea,
  removed_at timestamptz,
  removed_why text check (removed_why in ('by-applicant', 'retention')),
  remove_after timestamptz,
  check ((removed_at is null) = (removed_why is null)),
  check (removed_at is null or (original_sealed is null and name_sealed is null and rejection_sealed is null))
);
comment on table documents is 'Documents of cases: sealed content that retention removes, and facts that stay.';
comment on column documents.id is 'privacy: none — internal id';
comment on column documents.case_id is 'privacy: personal — the case it belongs to';
comment on column documents.question is 'privacy: none — the question that it answers';
comment on column documents.kind is 'privacy: none — what it is, as its uploader says';
comment on column documents.name_sealed is 'privacy: personal — sealed file name, cleaned; emptied with the content';
comment on column documents.type is 'privacy: none — in which form it is kept';
comment on column documents.original_type is 'privacy: none — in which form it came';
comment on column documents.bytes is 'privacy: none — length of what is kept';
comment on column documents.pages is 'privacy: none — number of pages';
comment on column documents.width is 'privacy: none — pixels of a kept image';
comment on column documents.height is 'privacy: none — pixels of a kept image';
comment on column documents.sha256 is 'privacy: personal — digest of what is kept';
comment on column documents.uploaded_at is 'privacy: none — when';
comment on column documents.uploaded_by is 'privacy: none — the applicant, or an officer at a desk';
comment on column documents.scan is 'privacy: none — whether a virus scanner looked at it';
comment on column documents.original_sealed is 'privacy: identifier — sealed PDF as it came; images are in document_pages alone';
comment on column documents.rejected_at is 'privacy: none — when an agent could not use it';
comment on column documents.rejection_sealed is 'privacy: personal — sealed reason as told to the applicant; emptied with the content';
comment on column documents.removed_at is 'privacy: none — when its content was removed';
comment on column documents.removed_why is 'privacy: none — by whom: the applicant or retention';
comment on column documents.remove_after is 'privacy: none — when retention removes the content';
create index documents_by_case on documents (case_id, uploaded_at);
create index documents_due on documents (remove_after) where removed_at is null and remove_after is not null;
-- Sealed bytes do not compress: trying to costs time at every upload.
alter table documents alter column original_sealed set storage external;

create table document_pages (
  document uuid not null references documents (id),
  page smallint not null check (page between 0 and 20),
  type text not null check (type in ('image/jpeg', 'image/png')),
  image_sealed bytea not null,
  primary key (document, page)
);
comment on table document_pages is 'Pictures of the pages of documents, drawn by Sluis itself; deleted when the content is removed.';
comment on column document_pages.document is 'privacy: none — the document';
comment on column document_pages.page is 'privacy: none — which page, from 1 on; 0 is the thumbnail';
comment on column document_pages.type is 'privacy: none — media type of the picture';
comment on column document_pages.image_sealed is 'privacy: identifier — sealed picture';
alter table document_pages alter column image_sealed set storage external;
