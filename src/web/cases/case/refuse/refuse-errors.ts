import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with a refusal. */
export const refuseErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'reason choose': 'case.error.reason.choose',
    'reason empty': 'case.error.reason',
    'text empty': 'case.error.text',
  },
  otherwise: 'case.error.choose',
};
