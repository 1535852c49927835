import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeBirthDate } from './index.ts';

test('a birth date of the register stands in the matching log as member states write theirs', () => {
  assert.equal(writeBirthDate({ year: 1965, month: 8, day: 5 }), '1965-08-05');
  assert.equal(writeBirthDate({ year: 1965, month: 8, day: null }), '1965-08-??');
  assert.equal(writeBirthDate({ year: null, month: null, day: null }), '????-??-??');
});
