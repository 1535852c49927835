import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newReference, parseReference } from './index.ts';

test('a reference can be read out and typed in again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
      const reference = newReference(random);
      assert.match(reference, /^SLU-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
      assert.equal(parseReference(reference), reference);
      assert.equal(parseReference(` ${reference.toLowerCase().replaceAll('-', ' ')} `), reference);
      assert.equal(parseReference(reference.slice(4)), reference);
    }),
  );
});

test('anything else is no reference', () => {
  for (const text of ['', 'SLU', 'SLU-1234-5678', 'SLU-ABCD-EFG', 'x'.repeat(1_000_000)])
    assert.equal(parseReference(text), null);
});
