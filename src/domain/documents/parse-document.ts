import { type DocumentId, type DocumentKind, documentKinds } from './model.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the id of a document: a UUID in lower case; `null` when it is not one. */
export function parseDocumentId(text: string): DocumentId | null {
  return UUID.test(text) ? (text as DocumentId) : null;
}

/** Reads what a document is; `null` when it is none of the kinds. */
export function parseDocumentKind(text: string): DocumentKind | null {
  return documentKinds.find((kind) => kind === text) ?? null;
}
