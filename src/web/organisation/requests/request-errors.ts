import { askErrors } from '../../ui/access/ask-errors.ts';
import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with a decision about a request. */
export const requestErrors: ErrorTable = {
  ...askErrors,
  texts: {
    ...askErrors.texts,
    type: 'input.requests.type',
    'type choose': 'input.requests.type',
    'type not-here': 'input.requests.type',
    'email empty': 'input.requests.email',
    'email too-long': 'input.requests.email',
    'email not-an-email': 'input.requests.email',
    'jobTitle empty': 'input.requests.jobTitle',
    'jobTitle too-long': 'input.requests.jobTitle',
    'phone empty': 'input.requests.phone',
    'phone too-long': 'input.requests.phone',
    'phone not-a-number': 'input.requests.phone',
    'until empty': 'input.requests.until',
    'until past': 'input.ask.until.tooSoon',
    'until before-start': 'input.ask.until.tooSoon',
    'until too-long': 'input.ask.until.tooFar',
    'right gone': 'requests.gone',
    'note too-long': 'input.requests.note',
    'message too-many': 'input.requests.tooMany',
    message: 'input.requests.text',
  },
  order: [
    'right',
    'contexts',
    'until',
    'type',
    'email',
    'jobTitle',
    'phone',
    'note',
    'message',
    'reason',
    'remedy',
  ],
  otherwise: 'input.requests.text',
};
