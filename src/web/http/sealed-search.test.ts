import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { openSearchSeal } from './sealed-search.ts';

const seal = openSearchSeal(new Uint8Array(32).fill(1));
const other = openSearchSeal(new Uint8Array(32).fill(2));

describe('what an agent searches for', () => {
  test('comes back out of the address whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (words) => {
        const sealed = seal.seal(words);
        const expected = [...words.replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, 100).join('');
        assert.equal(sealed === null ? '' : seal.open(sealed.sealed)?.words, expected.toWellFormed());
      }),
    );
  });

  test('cannot be read in the address, nor twice be told the same', () => {
    const [one, again] = [seal.seal('Anna Müller'), seal.seal('Anna Müller')];
    assert.ok(one && again);
    assert.match(one.sealed, /^[\w-]+$/);
    assert.doesNotMatch(Buffer.from(one.sealed, 'base64url').toString('latin1'), /Anna|ller/);
    assert.notEqual(one.sealed, again.sealed);
  });

  test('is nothing when it was changed, made with another key, or made up', () => {
    const { sealed } = seal.seal('Anna') ?? assert.fail();
    const changed = Buffer.from(sealed, 'base64url');
    changed[14] = (changed[14] ?? 0) ^ 1;
    for (const wrong of [
      changed.toString('base64url'),
      sealed.slice(0, -4),
      'abc',
      '',
      'Anna',
      'x'.repeat(5000),
    ])
      assert.equal(seal.open(wrong), null, wrong);
    assert.equal(other.open(sealed), null);
  });

  test('is cut to what a name can be', () => {
    assert.equal(seal.seal('é'.repeat(5000))?.words.length, 100);
    assert.equal(seal.seal('  \n '), null);
  });
});
