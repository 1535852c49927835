import type { ErrorTable } from '../../../ui/form/error-words.ts';
import { deskTexts } from '../../desk-texts.ts';

/** What can be wrong with linking an eID to a person. */
export const linkErrors: ErrorTable = {
  texts: {
    ...deskTexts,
    'comment empty': 'case.error.comment',
    'despiteLink choose': 'case.error.despiteLink',
  },
  otherwise: 'case.error.choose',
};
