import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the forms on the page of a list. */
export const listErrors: ErrorTable = {
  texts: {
    'name empty': 'desk.saved.empty',
    'name too-long': 'desk.saved.too-long',
    'case choose': 'desk.assign.none',
  },
  otherwise: 'desk.refusal.wrong',
};
