import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the answer about a number. */
export const numberErrors: ErrorTable = {
  texts: {
    'knows choose': 'input.knows.choose',
    'number empty': 'input.number.empty',
    'number letters': 'input.number.letters',
    'number length': 'input.number.length',
    'number not-a-number': 'input.number.not-a-number',
  },
  otherwise: 'input.number.not-a-number',
  controls: { knows: 'knows-yes' },
};
