import type { CodedError, ErrorTable } from '../../ui/form/error-words.ts';
import type { DocumentFault } from '../request-told.ts';

/** What can be wrong with a document. The file itself is not shown again: it must be chosen once more. */
export const documentsErrors: ErrorTable<CodedError & { readonly code: DocumentFault }> = {
  texts: {},
  otherwise: (words, { code }) => words.say(`documents.error.${code}`),
};
