import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with a decision on a join. */
export const decideJoinErrors: ErrorTable = {
  texts: {
    'decision choose': 'error.decision.choose',
    empty: 'error.any.empty',
    choose: 'error.any.choose',
    'too-long': 'error.any.too-long',
    'too-short': 'error.any.too-short',
  },
  otherwise: 'error.any.not-right',
};
