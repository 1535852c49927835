import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with the choice of what to do. */
export const decideErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'decision choose': 'case.error.decision',
  },
  otherwise: 'case.error.choose',
};
