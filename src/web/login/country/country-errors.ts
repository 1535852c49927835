import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the choice of a country. */
export const countryErrors: ErrorTable = {
  texts: {
    'country choose': 'input.country.choose',
    'country not-usable': 'input.country.not-usable',
  },
  otherwise: 'input.country.choose',
};
