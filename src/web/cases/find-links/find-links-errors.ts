import type { ErrorTable } from '../../ui/form/error-words.ts';
import { deskTexts } from '../desk-texts.ts';

/** What can be wrong with asking for the links of somebody. */
export const findLinksErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'reason choose': 'case.error.reason.choose',
    'reason empty': 'case.error.reason',
    'number empty': 'case.error.number',
  },
  otherwise: 'case.error.choose',
};
