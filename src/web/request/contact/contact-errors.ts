import type { ErrorTable } from '../../ui/form/error-words.ts';
import { answerTexts, contactTexts } from '../answer-texts.ts';

/** What can be wrong with how somebody can be reached. */
export const contactErrors: ErrorTable = {
  texts: {
    ...answerTexts,
    ...contactTexts,
  },
  otherwise: 'error.any.not-right',
};
