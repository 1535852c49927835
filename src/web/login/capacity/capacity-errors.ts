import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the choice of a capacity. */
export const capacityErrors: ErrorTable = {
  texts: {
    'capacity choose': 'input.capacity.choose',
    'capacity not-usable': 'input.capacity.not-usable',
  },
  otherwise: 'input.capacity.choose',
};
