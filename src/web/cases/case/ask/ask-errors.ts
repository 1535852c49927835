import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with a question to the applicant. */
export const askErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'template choose': 'case.error.reason.choose',
    'text empty': 'case.error.text',
    'dueOn empty': 'case.error.dueOn',
  },
  otherwise: 'case.error.choose',
  dates: ['dueOn'],
};
