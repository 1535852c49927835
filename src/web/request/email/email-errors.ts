import type { CodedError, ErrorTable } from '../../ui/form/error-words.ts';
import { answerTexts } from '../answer-texts.ts';

/** What can be wrong with the code that confirms an address; how often it can still be tried. */
export const emailErrors: ErrorTable<CodedError & { readonly triesLeft?: number }> = {
  texts: {
    ...answerTexts,
    'code empty': 'error.code.empty',
    'code digits': 'error.code.digits',
    'code not-right': 'error.code.not-right',
    'code tries': (words, { triesLeft = 0 }) => words.say('error.code.tries', { tries: triesLeft }),
  },
  otherwise: 'error.any.not-right',
};
