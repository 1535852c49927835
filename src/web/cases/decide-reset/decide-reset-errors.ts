import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with a decision on a reset. */
export const decideResetErrors: ErrorTable = {
  texts: {
    'decision choose': 'error.decision.choose',
    empty: 'error.any.empty',
    'too-long': 'error.any.too-long',
    'too-short': 'error.any.too-short',
  },
  otherwise: 'error.any.not-right',
};
