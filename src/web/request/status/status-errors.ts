import type { ErrorTable } from '../../ui/form/error-words.ts';
import { answerTexts } from '../answer-texts.ts';

/** What can be wrong with a message about a request. */
export const statusErrors: ErrorTable = {
  texts: {
    ...answerTexts,
    'text empty': 'error.text.empty',
    'text too-short': 'error.text.too-short',
    'text too-long': 'error.text.too-long',
  },
  otherwise: 'error.any.not-right',
};
