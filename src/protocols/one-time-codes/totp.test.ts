import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeAt, stepAt, timedCodes } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

test('codes are those of RFC 4226 appendix D', () => {
  const expected = [
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ];
  assert.deepEqual(
    expected.map((_, counter) => codeAt(secret, counter)),
    expected,
  );
});

test('codes at a moment are those of RFC 6238 appendix B, their last six digits', () => {
  const vectors = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ] as const;
  for (const [seconds, code] of vectors)
    assert.equal(timedCodes.stepOf(secret, code, new Date(seconds * 1000)), stepAt(new Date(seconds * 1000)));
});

test('a code counts in its step and its two neighbours, and in no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 2 ** 31 }), fc.integer({ min: -4, max: 4 }), (step, away) => {
      const moment = new Date((step + away) * 30_000 + 7);
      const found = timedCodes.stepOf(secret, codeAt(secret, step), moment);
      // Another step may happen to have the same six digits; it is one of the three all the same.
      if (Math.abs(away) <= 1) assert.ok(found !== null && Math.abs(found - stepAt(moment)) <= 1);
      else if (found !== null) assert.equal(codeAt(secret, found), codeAt(secret, step));
    }),
  );
});

test('an app reads secret, issuer and account out of the address', () => {
  assert.equal(timedCodes.write(Buffer.from('foobar')), 'MZXW6YTBOI');
  const url = new URL(
    timedCodes.address(Buffer.from('foobar'), { issuer: 'Sluis & co', label: 'Anna Müller' }),
  );
  assert.equal(url.protocol, 'otpauth:');
  assert.equal(decodeURIComponent(url.pathname), '/Sluis & co:Anna Müller');
  assert.equal(url.searchParams.get('secret'), 'MZXW6YTBOI');
  assert.equal(url.searchParams.get('issuer'), 'Sluis & co');
});
