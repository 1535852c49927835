import type { ErrorTable } from '../../ui/form/error-words.ts';

export const renameKeyErrors: ErrorTable = {
  texts: { 'name empty': 'account.rename.empty', 'name too-long': 'account.rename.tooLong' },
  otherwise: 'account.rename.empty',
};
