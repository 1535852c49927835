import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the names of whoever accepts an invitation. */
export const openErrors: ErrorTable = {
  texts: {
    'givenNames empty': 'invitation.error.givenNames',
    'familyName empty': 'invitation.error.familyName',
    'givenNames too-long': 'invitation.error.too-long',
    'familyName too-long': 'invitation.error.too-long',
  },
  otherwise: 'invitation.error.too-long',
};
