export { cleanFileName } from './clean-file-name.ts';
export { expireDocuments } from './expire-documents.ts';
export { expireDocumentsDuty } from './expire-documents-duty.ts';
export * from './model.ts';
export { parseDocumentId, parseDocumentKind } from './parse-document.ts';
export type { DocumentReader, DocumentStore, NewDocument, VirusScanner } from './ports.ts';
export { type DocumentLook, viewDocument } from './view-document.ts';
