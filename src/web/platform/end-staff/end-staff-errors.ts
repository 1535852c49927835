import type { ErrorTable } from '../../ui/form/error-words.ts';
import { platformTexts } from '../platform-texts.ts';

/** What can be wrong with the end of a right of staff. */
export const endStaffErrors: ErrorTable = {
  texts: { ...platformTexts, 'right choose': 'platform.error.right.ends' },
  otherwise: 'platform.error.not-right',
  order: ['right', 'reason'],
};
