import type { ErrorTable } from '../../ui/form/error-words.ts';
import { platformTexts } from '../platform-texts.ts';

/** What can be wrong with an invitation of staff. */
export const inviteStaffErrors: ErrorTable = {
  texts: {
    ...platformTexts,
    'email not-right': 'platform.error.email',
    'right choose': 'platform.error.right',
    'organisation not-right': 'platform.error.code.not-right',
    'organisation unknown': 'platform.error.parent.unknown',
    'organisation ended': 'platform.error.parent.ended',
    'form no-mail': 'platform.error.no-mail',
  },
  otherwise: 'platform.error.not-right',
  controls: { form: 'email' },
  order: ['form', 'email', 'name', 'right', 'organisation', 'language', 'reason'],
};
