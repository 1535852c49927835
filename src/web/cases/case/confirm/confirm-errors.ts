import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with a second look. */
export const confirmErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'comment empty': 'case.error.comment',
  },
  otherwise: 'case.error.choose',
};
