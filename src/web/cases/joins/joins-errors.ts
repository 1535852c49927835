import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the proposal of a join. */
export const joinsErrors: ErrorTable = {
  texts: {
    'kept empty': 'error.kept.empty',
    'kept not-a-number': 'error.kept.not-a-number',
    'kept unknown-number': 'error.kept.unknown-number',
    'other empty': 'error.other.empty',
    'other not-a-number': 'error.other.not-a-number',
    'other same-person': 'error.other.same-person',
    'other unknown-number': 'error.other.unknown-number',
    'reason choose': 'error.reason.choose',
    empty: 'error.any.empty',
    choose: 'error.any.choose',
    'too-long': 'error.any.too-long',
    'too-short': 'error.any.too-short',
  },
  otherwise: 'error.any.not-right',
};
