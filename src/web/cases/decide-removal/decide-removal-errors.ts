import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with a decision on the end of a link. */
export const decideRemovalErrors: ErrorTable = {
  texts: {
    'decision choose': 'desk.removal.empty',
    'comment empty': 'desk.removal.comment.empty',
    'comment too-short': 'desk.removal.comment.short',
    'comment too-long': 'desk.removal.comment.long',
  },
  otherwise: 'desk.refusal.wrong',
};
