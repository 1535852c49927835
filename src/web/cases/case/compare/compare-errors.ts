import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with a search by hand. */
export const compareErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'reason choose': 'case.error.reason.choose',
    'reason empty': 'case.error.reason',
    'familyName empty': 'case.error.search',
    'familyName too-short': 'case.error.search',
  },
  otherwise: 'case.error.choose',
  dates: ['birthDate'],
};
