import type { ErrorTable } from '../../ui/form/error-words.ts';

export const endWorkErrors: ErrorTable = {
  texts: {
    'until not-a-date': 'people.error.date',
    'until past': 'people.error.untilPast',
    'until after-end': 'people.error.untilAfter',
    'reason empty': 'people.error.reason',
    'reason too-short': 'people.error.reason',
    'reason too-long': 'people.error.reasonLong',
  },
  otherwise: 'people.error.reason',
  dates: ['until'],
};
