import assert from 'node:assert/strict';
import test from 'node:test';
import { letterOf } from './letter-of.ts';

test('fifty candidates of a search by hand have each a name of letters alone', () => {
  const letters = Array.from({ length: 60 }, (_, index) => letterOf(index));
  assert.deepEqual(
    [letters[0], letters[25], letters[26], letters[51], letters[52]],
    ['A', 'Z', 'AA', 'AZ', 'BA'],
  );
  assert.equal(new Set(letters).size, 60);
  assert.ok(letters.every((each) => /^[A-Z]{1,2}$/.test(each)));
});
