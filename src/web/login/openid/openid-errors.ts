import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with the mail address by which an organisation is found. */
export const openidErrors: ErrorTable = {
  texts: {
    'email empty': 'organisation.email.empty',
    'email unknown-organisation': 'organisation.email.unknown',
  },
  otherwise: 'organisation.email.empty',
};
