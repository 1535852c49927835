import type { ErrorTable } from '../../ui/form/error-words.ts';
import { relationErrors, type ToldFault } from '../relation-form.ts';

export const addPersonErrors: ErrorTable<ToldFault> = {
  ...relationErrors,
  texts: {
    ...relationErrors.texts,
    'way choose': 'people.error.way',
    'givenNames empty': 'people.error.givenNames',
    'givenNames no-name': 'people.error.noName',
    'familyName empty': 'people.error.familyName',
    'familyName no-name': 'people.error.noName',
    'number empty': 'people.error.numberEmpty',
    number: 'people.error.number',
    'number letters': 'people.error.number',
    'number length': 'people.error.number',
    'number not-a-number': 'people.error.number',
  },
  order: ['givenNames', 'familyName', 'way', 'email', 'number', 'type', 'from', 'until', 'phone', 'jobTitle'],
};
