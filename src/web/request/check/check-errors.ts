import type { ErrorTable } from '../../ui/form/error-words.ts';
import { answerTexts } from '../answer-texts.ts';

/** What can be wrong with sending the answers. */
export const checkErrors: ErrorTable = {
  texts: {
    ...answerTexts,
    'agree agree': 'error.agree.agree',
  },
  otherwise: 'error.any.not-right',
};
