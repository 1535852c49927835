import type { ErrorTable } from '../../ui/form/error-words.ts';
import { platformTexts } from '../platform-texts.ts';

/** What can be wrong with the end of an administration. */
export const endAdministratorErrors: ErrorTable = {
  texts: platformTexts,
  otherwise: 'platform.error.not-right',
};
