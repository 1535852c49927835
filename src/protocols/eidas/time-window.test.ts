import assert from 'node:assert/strict';
import test from 'node:test';
import { readInstant } from './time-window.ts';

test('times in UTC are read, with up to nine fraction digits', () => {
  assert.equal(readInstant('2026-11-22T12:00:00Z')?.toISOString(), '2026-11-22T12:00:00.000Z');
  assert.equal(readInstant('2026-11-22T12:00:00.1Z')?.toISOString(), '2026-11-22T12:00:00.100Z');
  assert.equal(readInstant('2026-11-22T12:00:00.123456789Z')?.toISOString(), '2026-11-22T12:00:00.123Z');
  assert.equal(readInstant('2028-02-29T00:00:00Z')?.toISOString(), '2028-02-29T00:00:00.000Z');
});

test('times that mean something else to somebody else are refused', () => {
  const others = [
    '2026-11-22T12:00:00',
    '2026-11-22T12:00:00+00:00',
    '2026-11-22T12:00:00z',
    '2026-11-22 12:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T23:59:60Z',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '-2026-11-22T12:00:00Z',
    '12026-11-22T12:00:00Z',
    '2026-11-22T12:00:00.1234567890Z',
    ' 2026-11-22T12:00:00Z',
    '',
  ];
  for (const text of others) assert.equal(readInstant(text), null, text);
  assert.equal(readInstant(null), null);
});
