import type { ErrorTable } from '../form/error-words.ts';

/** What can be wrong with the form by which somebody asks for access. */
export const askErrors: ErrorTable = {
  texts: {
    'organisation choose': 'input.ask.organisation',
    'right choose': 'input.ask.right',
    'contexts choose': 'input.ask.contexts',
    'until not-a-date': 'input.ask.until',
    'until too-soon': 'input.ask.until.tooSoon',
    'until too-far': 'input.ask.until.tooFar',
    'reason empty': 'input.ask.reason',
    'reason too-short': 'input.ask.reason.tooShort',
    'reason too-long': 'input.ask.reason.tooLong',
    'already-has': 'input.ask.alreadyHas',
    'too-many': 'input.ask.tooMany',
  },
  dates: ['until'],
  order: ['organisation', 'right', 'contexts', 'until', 'reason'],
  otherwise: 'input.ask.right',
};
