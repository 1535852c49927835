import type { ErrorTable } from '../../ui/form/error-words.ts';

export const addAppErrors: ErrorTable = {
  texts: {
    'name empty': 'account.add.name.empty',
    'name too-long': 'account.add.name.tooLong',
    'code empty': 'account.app.code.empty',
    'code digits': 'account.app.code.digits',
    'code not-right': 'account.app.code.wrong',
    'code late': 'account.add.late',
  },
  otherwise: 'account.app.code.wrong',
  order: ['code', 'name'],
};
