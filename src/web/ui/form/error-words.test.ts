import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWords } from '../words.ts';
import { type ErrorTable, sayErrors } from './error-words.ts';

const words = openWords('en');
const table: ErrorTable = {
  texts: {
    empty: 'error.any.empty',
    'birthPlace empty': 'error.birthPlace.empty',
    'code tries': (spoken) => spoken.say('error.code.tries', { tries: 2 }),
  },
  otherwise: 'error.any.not-right',
  dates: ['birthDate'],
  lists: ['nationality'],
  controls: { tile: 'main' },
};

test('an error is said in the words of its field, else of its code, else as not right', () => {
  const say = (field: string, code: string) => sayErrors(words, [{ field, code }], table)[0]?.text;
  assert.equal(say('birthPlace', 'empty'), words.say('error.birthPlace.empty'));
  assert.equal(say('postcode', 'empty'), words.say('error.any.empty'));
  assert.equal(say('postcode', 'upside-down'), words.say('error.any.not-right'));
  assert.equal(say('code', 'tries'), words.say('error.code.tries', { tries: 2 }));
});

test('an error leads to the first control of its field: of a date its day, of a list its first', () => {
  const place = (field: string) => {
    const [error] = sayErrors(words, [{ field, code: 'empty' }], table);
    return [error?.field, error?.id];
  };
  assert.deepEqual(place('birthPlace'), ['birthPlace', 'birthPlace']);
  assert.deepEqual(place('birthDate-month'), ['birthDate', 'birthDate-day']);
  assert.deepEqual(place('nationality'), ['nationality-1', 'nationality-1']);
  assert.deepEqual(place('nationality-2'), ['nationality-2', 'nationality-2']);
  assert.deepEqual(place('tile'), ['tile', 'main']);
});

test('errors stand in the order of the form where the form has one', () => {
  const errors = [
    { field: 'number', code: 'empty' },
    { field: 'birthDate-day', code: 'empty' },
  ];
  const fields = (order?: readonly string[]) =>
    sayErrors(words, errors, { ...table, ...(order && { order }) }).map(({ field }) => field);
  assert.deepEqual(fields(), ['number', 'birthDate']);
  assert.deepEqual(fields(['birthDate', 'number']), ['birthDate', 'number']);
});
