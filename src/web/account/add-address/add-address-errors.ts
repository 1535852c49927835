import type { ErrorTable } from '../../ui/form/error-words.ts';

export const addAddressErrors: ErrorTable = {
  texts: {
    'address empty': 'codes.error.address.empty',
    'address not-an-email': 'codes.error.address.wrong',
    'address taken': 'account.address.taken',
    'address too-soon': 'account.address.tooSoon',
    'address too-many': 'account.address.tooMany',
    'code empty': 'codes.error.mail.empty',
    'code digits': 'codes.error.mail.digits',
    'code not-right': 'account.address.wrong',
  },
  otherwise: 'account.address.wrong',
};
