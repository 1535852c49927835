import type { ErrorTable } from '../../ui/form/error-words.ts';
import { deskTexts } from '../desk-texts.ts';

/** What can be wrong with proposing the end of a link. */
export const proposeRemovalErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'reason choose': 'case.error.reason.choose',
    'reason empty': 'case.error.reason',
    'link choose': 'case.error.link.choose',
  },
  otherwise: 'case.error.choose',
};
