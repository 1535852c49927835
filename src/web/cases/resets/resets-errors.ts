import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the proposal of a reset. */
export const resetsErrors: ErrorTable = {
  texts: {
    'who empty': 'resets.error.who.empty',
    'who unknown': 'resets.error.who.unknown',
    empty: 'error.any.empty',
    'too-long': 'error.any.too-long',
    'too-short': 'error.any.too-short',
  },
  otherwise: 'error.any.not-right',
};
