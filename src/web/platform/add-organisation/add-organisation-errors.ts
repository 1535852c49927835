import type { ErrorTable } from '../../ui/form/error-words.ts';
import { platformTexts } from '../platform-texts.ts';

/** What can be wrong with a new organisation. */
export const addOrganisationErrors: ErrorTable = {
  texts: {
    ...platformTexts,
    'targetGroup choose': 'platform.error.targetGroup',
    'code empty': 'platform.error.code.empty',
    'code not-right': 'platform.error.code.not-right',
    'name empty': 'platform.error.name',
    'parent not-right': 'platform.error.code.not-right',
    'parent unknown': 'platform.error.parent.unknown',
    'parent ended': 'platform.error.parent.ended',
  },
  otherwise: 'platform.error.not-right',
  order: ['targetGroup', 'code', 'name', 'parent', 'reason'],
};
