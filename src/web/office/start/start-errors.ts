import type { ErrorTable } from '../../ui/form/error-words.ts';
import { officeTexts } from '../office-texts.ts';

/** What can be wrong with the reference that somebody brings. */
export const startErrors: ErrorTable = {
  texts: {
    ...officeTexts,
    'reference empty': 'counter.error.reference.empty',
    'reference unknown': 'counter.error.reference.unknown',
  },
  otherwise: 'counter.error.any.not-right',
};
