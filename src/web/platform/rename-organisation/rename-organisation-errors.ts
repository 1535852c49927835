import type { ErrorTable } from '../../ui/form/error-words.ts';
import { platformTexts } from '../platform-texts.ts';

/** What can be wrong with another name of an organisation. */
export const renameOrganisationErrors: ErrorTable = {
  texts: { ...platformTexts, 'name empty': 'platform.error.name' },
  otherwise: 'platform.error.not-right',
  order: ['name', 'reason'],
};
