import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with handing a case over. */
export const handOverErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'reason choose': 'case.error.reason.choose',
    'reason empty': 'case.error.reason',
    'office empty': 'case.error.office',
    'office choose': 'case.error.office',
  },
  otherwise: 'case.error.choose',
};
