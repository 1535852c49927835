import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the name of the new key. */
export const bindErrors: ErrorTable = {
  texts: { 'name empty': 'lostKey.error.name', 'name too-long': 'lostKey.error.name.tooLong' },
  otherwise: 'lostKey.error.name',
};
