import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDuration, parseCalendarDuration, partsOfDuration } from './calendar-duration.ts';
import type { CalendarDate } from './time.ts';

function duration(text: string) {
  const parsed = parseCalendarDuration(text);
  assert.ok(parsed, text);
  return parsed;
}

describe('a duration of days', () => {
  test('is written as ISO 8601 writes years, months, weeks and days', () => {
    for (const text of ['P1Y', 'P6M', 'P2W', 'P90D', 'P1Y6M', 'P0Y1D', 'P99Y999M999W9999D']) duration(text);
    for (const text of [
      '',
      'P',
      'PT1H',
      'P1YT1H',
      '1Y',
      'p1y',
      '-P1Y',
      'P0D',
      'P1.5Y',
      'P1M1Y',
      'P100Y',
      ' P1Y',
    ])
      assert.equal(parseCalendarDuration(text), null, text);
  });

  test('ends on the same day of a later month, or on the last day that the month has', () => {
    for (const [from, added, until] of [
      ['2026-11-30', 'P1Y', '2027-11-30'],
      ['2028-02-29', 'P1Y', '2029-02-28'],
      ['2026-10-31', 'P1M', '2026-11-30'],
      ['2026-12-31', 'P90D', '2027-03-31'],
      ['2026-11-30', 'P2W', '2026-12-14'],
    ] as const)
      assert.equal(addDuration(from as CalendarDate, duration(added)), until);
  });

  test('is told by its units, the greatest first', () => {
    assert.deepEqual(partsOfDuration(duration('P1Y6M')), [
      { unit: 'year', count: 1 },
      { unit: 'month', count: 6 },
    ]);
    assert.deepEqual(partsOfDuration(duration('P0Y90D')), [{ unit: 'day', count: 90 }]);
  });
});
