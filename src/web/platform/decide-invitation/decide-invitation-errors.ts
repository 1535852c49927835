import type { ErrorTable } from '../../ui/form/error-words.ts';
import { platformTexts } from '../platform-texts.ts';

/** What can be wrong with a decision about an invitation to an organisation. */
export const decideInvitationErrors: ErrorTable = {
  texts: { ...platformTexts, 'decision choose': 'platform.error.decision' },
  otherwise: 'platform.error.not-right',
  order: ['decision', 'reason'],
};
