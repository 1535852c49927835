import type { ErrorTable } from '../../ui/form/error-words.ts';
import { platformTexts } from '../platform-texts.ts';

/** What can be wrong with the invitation of an administrator. */
export const appointAdministratorErrors: ErrorTable = {
  texts: {
    ...platformTexts,
    'givenNames empty': 'platform.error.givenNames',
    'familyName empty': 'platform.error.familyName',
    'email not-right': 'platform.error.email',
    'phone empty': 'platform.error.phone',
    'phone not-right': 'platform.error.phone',
    'form no-mail': 'platform.error.no-mail.file',
  },
  otherwise: 'platform.error.not-right',
  controls: { form: 'email' },
  order: ['form', 'givenNames', 'familyName', 'email', 'phone', 'language', 'reason'],
};
