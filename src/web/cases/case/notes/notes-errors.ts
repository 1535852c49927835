import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with a note. */
export const notesErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'note empty': 'case.error.note',
  },
  otherwise: 'case.error.choose',
};
