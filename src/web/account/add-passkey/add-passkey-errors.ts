import type { ErrorTable } from '../../ui/form/error-words.ts';

export const addPasskeyErrors: ErrorTable = {
  texts: {
    'name empty': 'account.add.name.empty',
    'name too-long': 'account.add.name.tooLong',
    'passkey late': 'account.add.late',
    'passkey taken': 'account.passkey.taken',
    'passkey any': 'account.passkey.refused',
    'passkey device-bound': 'account.passkey.deviceBound',
    'passkey listed': 'account.passkey.listed',
  },
  otherwise: 'account.passkey.refused',
  controls: { passkey: 'main' },
};
