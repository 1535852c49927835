import type { ErrorTable } from '../../ui/form/error-words.ts';

/** What can be wrong with asking for the matching log. */
export const matchingLogErrors: ErrorTable = {
  texts: {
    'reference empty': 'error.reference.empty',
    'reference no-log': 'error.reference.no-log',
    'reference not-right': 'error.reference.not-right',
    'reference one-of-both': 'error.reference.one-of-both',
    'reference unknown': 'counter.error.reference.unknown',
    'number already-linked': 'counter.error.number.already-linked',
    'number data-differ': 'counter.error.number.data-differ',
    'number empty': 'counter.error.number.empty',
    'number length': 'counter.error.number.length',
    'number letters': 'counter.error.number.letters',
    'number not-a-number': 'counter.error.number.not-a-number',
    'number not-registered': 'counter.error.number.not-registered',
    'number own-case': 'counter.error.number.own-case',
    'reason choose': 'error.reason.choose',
    empty: 'error.any.empty',
    choose: 'error.any.choose',
    'too-long': 'error.any.too-long',
    'too-short': 'error.any.too-short',
  },
  otherwise: 'error.any.not-right',
};
