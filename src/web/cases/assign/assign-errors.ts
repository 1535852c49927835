import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with giving cases to an agent: nobody was chosen. */
export const assignErrors: ErrorTable = {
  texts: {},
  otherwise: 'desk.assign.toEmpty',
};
