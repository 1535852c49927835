import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { curves } from './algorithms.ts';
import { isSignature, signBytes } from './signature-value.ts';

/** As Node writes and reads the pair of numbers, when it is told to. */
const asPair = (key: KeyObject) => ({ key, dsaEncoding: 'ieee-p1363' as const });

for (const [namedCurve, { bytes: length }] of Object.entries(curves))
  describe(`a signature by a key on ${namedCurve}`, () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });

    test('is the pair of numbers that Node writes and reads, short numbers too', () => {
      // One number in 256 has a zero in front.
      const property = fc.property(fc.uint8Array({ maxLength: 50 }), (text) => {
        const bytes = Buffer.from(text);
        const ours = signBytes('ecdsa-sha256', privateKey, bytes);
        assert.equal(ours.length, 2 * length);
        assert.ok(verify('sha256', bytes, asPair(publicKey), ours));
        assert.ok(isSignature('ecdsa-sha256', publicKey, bytes, sign('sha256', bytes, asPair(privateKey))));
      });
      fc.assert(property, { numRuns: 60 });
    });

    test('is no other one: changed, of zeros, too short, too long, or as DER writes it', () => {
      const bytes = Buffer.from('what was signed');
      const honest = signBytes('ecdsa-sha256', privateKey, bytes);
      const isTaken = (value: Buffer) => isSignature('ecdsa-sha256', publicKey, bytes, value);
      assert.ok(isTaken(honest));
      const changed = Buffer.from(honest);
      changed[length] = (changed[length] ?? 0) ^ 1;
      const zero = Buffer.alloc(1);
      const others = [
        changed,
        Buffer.alloc(2 * length),
        Buffer.concat([honest.subarray(0, length), Buffer.alloc(length)]),
        honest.subarray(1),
        Buffer.concat([zero, honest]),
        Buffer.concat([zero, honest.subarray(0, length), zero, honest.subarray(length)]),
        Buffer.alloc(0),
        sign('sha256', bytes, privateKey),
      ];
      for (const other of others) assert.equal(isTaken(other), false, other.toString('hex'));
      assert.equal(isSignature('ecdsa-sha384', publicKey, bytes, honest), false);
    });
  });

test('numbers of a signature with zeros in front are written in full', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  let short = 0;
  for (let count = 0; short < 3; count += 1) {
    const bytes = Buffer.from(String(count));
    const value = signBytes('ecdsa-sha256', privateKey, bytes);
    if (value[0] !== 0 && value[32] !== 0) continue;
    short += 1;
    assert.ok(isSignature('ecdsa-sha256', publicKey, bytes, value));
    assert.ok(verify('sha256', bytes, asPair(publicKey), value));
  }
});
