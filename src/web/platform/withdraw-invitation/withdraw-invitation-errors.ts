import type { ErrorTable } from '../../ui/form/error-words.ts';
import { platformTexts } from '../platform-texts.ts';

/** What can be wrong with taking an invitation back. */
export const withdrawInvitationErrors: ErrorTable = {
  texts: platformTexts,
  otherwise: 'platform.error.not-right',
};
