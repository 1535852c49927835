import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the choice of a means. */
export const meansErrors: ErrorTable = {
  texts: {
    'tile not-usable': 'input.tile.not-usable',
  },
  otherwise: 'input.tile.choose',
  controls: { tile: 'main' },
};
