import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { closureAhead, closureAt, isInForce, parseProviderCode } from './index.ts';

const at = new Date('2026-12-01T12:00:00Z');

describe('a provider of login means', () => {
  test('has a name that can stand in an address', () => {
    for (const name of ['fas', 'acme-idp', 'a', 'a2']) assert.equal(parseProviderCode(name), name);
    for (const name of ['', 'FAS', '2a', 'a-', 'a b', 'a/b', '../a', 'a'.repeat(41)])
      assert.equal(parseProviderCode(name), null, name);
  });

  test('is in force on its days in Belgium, the last one not included', () => {
    const dates = { validFrom: '2026-12-01', validUntil: '2026-12-03' } as const;
    const isIn = (moment: string) => isInForce(dates, new Date(moment));
    assert.equal(isIn('2026-11-30T22:59:59Z'), false);
    assert.equal(isIn('2026-11-30T23:00:00Z'), true);
    assert.equal(isIn('2026-12-02T22:59:59Z'), true);
    assert.equal(isIn('2026-12-02T23:00:00Z'), false);
    assert.equal(isInForce({ validFrom: null, validUntil: null }, at), true);
  });

  test('is closed from the moment that was told until the moment that was told, and announced before', () => {
    const closure = {
      reason: { en: 'Works' },
      from: new Date('2026-12-02T06:00:00Z'),
      until: new Date('2026-12-02T08:00:00Z'),
    };
    const status = { kind: 'closed', ...closure } as const;
    assert.equal(closureAt({ status }, at), null);
    assert.equal(closureAhead({ status }, at)?.from, closure.from);
    assert.equal(closureAt({ status }, closure.from)?.reason, closure.reason);
    assert.equal(closureAhead({ status }, closure.from), null);
    assert.equal(closureAt({ status }, closure.until), null);
    const now = { kind: 'closed', reason: null, from: null, until: null } as const;
    assert.notEqual(closureAt({ status: now }, at), null);
    assert.equal(closureAt({ status: { kind: 'open' } }, at), null);
  });
});
