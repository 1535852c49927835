import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with rejecting a document. */
export const rejectDocumentErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'reason choose': 'case.error.reason.choose',
    'reason empty': 'case.error.reason',
  },
  otherwise: 'case.error.choose',
};
