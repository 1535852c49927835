import type { ErrorTable } from '../../ui/form/error-words.ts';
import { answerTexts } from '../answer-texts.ts';

/** What can be wrong with asking for a link. */
export const askLinkErrors: ErrorTable = {
  texts: {
    ...answerTexts,
    'email empty': 'error.email.empty',
    'email needs-eid': 'error.email.needs-eid',
    'reference empty': 'error.reference.empty',
    'reference not-right': 'error.reference.not-right',
  },
  otherwise: 'error.any.not-right',
};
