import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { makeOrganisation } from '../../../test/support/capacity-examples.ts';
import { type Capacities, type Capacity, findByKey, keyOf, settle, wishFrom } from './index.ts';

const one = forOrganisation('0403019261');
const two = forOrganisation('0206731645');
const citizen: Capacity = { kind: 'citizen' };
const group: Capacity = { kind: 'group', targetGroup: 'LB', organisations: [], rights: [], voId: null };

function forOrganisation(code: string): Extract<Capacity, { kind: 'organisation' }> {
  return {
    kind: 'organisation',
    organisation: makeOrganisation('EA', code),
    basis: ['right'],
    rights: [],
    voId: null,
    email: null,
  };
}

function of(...usable: readonly Capacity[]): Capacities {
  return { usable, unusable: [] };
}

describe('the capacity', () => {
  test('is settled without a question when there is one, asked when there are more, and missing when there is none', () => {
    assert.deepEqual(settle(null, of(one)), { kind: 'settled', capacity: one });
    assert.equal(settle(null, of(one, citizen)).kind, 'choice');
    assert.deepEqual(settle(null, of()), { kind: 'none', unusable: [] });
  });

  test('that was wished for is settled when the person has it', () => {
    const all = of(citizen, one, two, group);
    assert.deepEqual(settle({ targetGroup: 'EA', code: '0206.731.645' }, all), {
      kind: 'settled',
      capacity: two,
    });
    assert.deepEqual(settle({ targetGroup: 'BUR', code: null }, all), { kind: 'settled', capacity: citizen });
    assert.deepEqual(settle({ targetGroup: 'LB', code: null }, all), { kind: 'settled', capacity: group });
  });

  test('that was wished for but does not fit is as if it had not been wished', () => {
    const all = of(citizen, one, two, group);
    for (const wish of [
      { targetGroup: 'EA', code: '0428759497' },
      { targetGroup: 'EA', code: null },
      { targetGroup: 'LB', code: '0403019261' },
      { targetGroup: 'GID', code: null },
      { targetGroup: 'BUR', code: '0403019261' },
    ] as const) {
      assert.equal(settle(wish, all).kind, 'choice', JSON.stringify(wish));
    }
    assert.deepEqual(settle({ targetGroup: 'BUR', code: null }, of()), { kind: 'none', unusable: [] });
  });

  test('is found again by its key, and only while the person has it', () => {
    const all = of(citizen, one, group);
    for (const capacity of all.usable) assert.equal(findByKey(all, keyOf(capacity)), capacity);
    assert.equal(findByKey(all, keyOf(two)), null);
    assert.equal(findByKey(all, ''), null);
  });
});

describe('a targeted login', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

  test('is read from base64 or base64url', () => {
    const wish = { targetGroup: 'EA', code: '0428315871' };
    const hint = { cap_hint: 'EA', code_hint: '0428315871' };
    assert.deepEqual(wishFrom(encode(hint)), wish);
    assert.deepEqual(wishFrom(Buffer.from(JSON.stringify(hint)).toString('base64url')), wish);
    assert.deepEqual(wishFrom(encode({ cap_hint: 'BUR' })), { targetGroup: 'BUR', code: null });
    assert.deepEqual(wishFrom(encode({ cap_hint: 'LB', code_hint: '', other: 1 })), {
      targetGroup: 'LB',
      code: null,
    });
  });

  test('is no other hint', () => {
    assert.ok(wishFrom(encode({ cap_hint: 'EA' })));
    for (const text of [
      '',
      'anna@example.org',
      encode(null),
      encode([]),
      encode('EA'),
      encode({}),
      encode({ cap_hint: 'XX' }),
      encode({ cap_hint: 1 }),
      encode({ cap_hint: 'EA', code_hint: 428315871 }),
      encode({ cap_hint: 'EA', code_hint: '1'.repeat(101) }),
      encode({ cap_hint: 'EA', padding: 'x'.repeat(2000) }),
      Buffer.from([0xff, 0xfe]).toString('base64'),
    ]) {
      assert.equal(wishFrom(text), null, text);
    }
  });

  test('may be any text: the answer is a value', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => wishFrom(text) === null));
    fc.assert(fc.property(fc.json(), (text) => wishFrom(Buffer.from(text).toString('base64')) === null));
  });
});
