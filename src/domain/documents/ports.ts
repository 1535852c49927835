import type {
  DocumentId,
  DocumentImage,
  DocumentOriginal,
  KeptDocument,
  PreparedDocument,
  PrepareOutcome,
} from './model.ts';

/** Looks for harmful content. */
export type VirusScanner = { scan(bytes: Uint8Array): Promise<'clean' | 'harmful' | 'unavailable'> };

/** Checks a file by its content and makes of it what is kept. */
export type DocumentReader = {
  /** `who` sends it, in any words: nobody takes all places in the line. */
  prepare(bytes: Uint8Array, fileName: string, who?: string): Promise<PrepareOutcome>;
};

/** What is said about a file when it is kept. */
export type NewDocument = Pick<
  KeptDocument,
  'id' | 'case' | 'question' | 'kind' | 'uploadedAt' | 'uploadedBy'
>;

/**
 * Documents of cases, sealed. Every call names the case, so that an id of another case finds nothing. What `readPreview` and
 * `readOriginal` give goes to a person only through `viewDocument`, which records it.
 */
export type DocumentStore = {
  /** Keeps a document; `too-many` when the question or the case has its number already, under any concurrency. */
  add(
    prepared: PreparedDocument,
    about: NewDocument,
  ): Promise<{ readonly kind: 'added'; readonly document: KeptDocument } | { readonly kind: 'too-many' }>;
  /** Every document of a case, removed ones too, oldest first. */
  list(caseId: string): Promise<readonly KeptDocument[]>;
  /** A page from 1 on, or the thumbnail; `null` when there is none, or no longer. */
  readPreview(caseId: string, id: DocumentId, page: number | 'thumbnail'): Promise<DocumentImage | null>;
  readOriginal(caseId: string, id: DocumentId): Promise<DocumentOriginal | null>;
  /** An agent cannot use it; false when it was removed or rejected already. */
  reject(caseId: string, id: DocumentId, reason: string, at: Date): Promise<boolean>;
  /** The applicant takes it back: the content goes, the facts stay; false when it was removed or rejected already. */
  remove(caseId: string, id: DocumentId, at: Date): Promise<boolean>;
  /** When retention removes the documents of a case, where that is not so long after its end as usual; `null`: not as long as it is open. */
  setRetention(caseId: string, removeAfter: Date | null): Promise<void>;
  /** Removes up to 500 contents whose time has come; tells which, oldest first. Call it again until it tells none. */
  expireDue(at: Date): Promise<readonly { readonly case: string; readonly id: DocumentId }[]>;
};
