import type { ErrorTable } from '../../ui/form/error-words.ts';
import { officeTexts } from '../office-texts.ts';

/** What can be wrong with a number that an officer records, and what stands in the way of it. */
export const caseErrors: ErrorTable = {
  texts: {
    ...officeTexts,
    'number empty': 'counter.error.number.empty',
    'number letters': 'counter.error.number.letters',
    'number length': 'counter.error.number.length',
    'number not-a-number': 'counter.error.number.not-a-number',
    'number not-registered': 'counter.error.number.not-registered',
    'number data-differ': 'counter.error.number.data-differ',
    'number own-case': 'counter.error.number.own-case',
    'number already-linked': 'counter.error.number.already-linked',
    'because asked': 'counter.error.because.asked',
    'because empty': 'counter.error.because.empty',
    'because too-short': 'counter.error.because.too-short',
    'because too-long': 'counter.error.because.too-long',
    'case changed': 'counter.changed',
    'case not-now': 'counter.not-now',
    'case own-case': 'counter.own-case',
    'case not-allowed': 'counter.not-allowed',
  },
  otherwise: 'counter.error.any.not-right',
  controls: { case: 'main' },
  order: ['number', 'because'],
};
