import type { ErrorTable } from '../../ui/form/error-words.ts';

export const accessTestErrors: ErrorTable = {
  texts: {},
  otherwise: 'accessTest.on.wrong',
  dates: ['on'],
};
