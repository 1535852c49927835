import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with the proposal of a new number. */
export const newNumberErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'checked choose': 'case.error.checked',
    'because empty': 'case.error.because',
  },
  otherwise: 'case.error.choose',
};
