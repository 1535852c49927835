import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Redacted } from '../../base/redacted.ts';
import { decodeJson, encodeJson } from './json.ts';

test('every value of a login comes back as it was, moments included', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(
        fc.string({ maxLength: 8 }).filter((key) => !['$date', '__proto__'].includes(key)),
        tie('any'),
        {
          maxKeys: 4,
          noNullPrototype: true,
        },
      ),
    ),
  })).any;
  fc.assert(fc.property(value, (each) => assert.deepEqual(decodeJson(encodeJson(each)), each)));
});

test('a redacted value is never kept by accident, not even as its mask', () => {
  assert.throws(() => encodeJson({ number: new Redacted('85073003328') }), /redacted value.*number/);
});
