import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with a message. */
export const messagesErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'text empty': 'case.error.text',
  },
  otherwise: 'case.error.choose',
};
