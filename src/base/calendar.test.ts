import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addDuration,
  at,
  dayOf,
  daysBetween,
  endOfDay,
  mondayOf,
  parseCalendarDuration,
  partsOfDuration,
  sameTimeOn,
  startOfDay,
  weekdayOf,
} from './calendar.ts';
import { type CalendarDate, DAY, HOUR, parseCalendarDate } from './time.ts';

const anyDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CalendarDate);

test('a day begins and ends at midnight in Belgium, in winter and in summer', () => {
  assert.equal(startOfDay('2027-01-15').toISOString(), '2027-01-14T23:00:00.000Z');
  assert.equal(startOfDay('2027-07-15').toISOString(), '2027-07-14T22:00:00.000Z');
  assert.equal(endOfDay('2027-07-15').toISOString(), '2027-07-15T22:00:00.000Z');
  assert.equal(endOfDay('2028-02-28').toISOString(), '2028-02-28T23:00:00.000Z');
});

test('the day on which the clocks go forward has 23 hours, the one on which they go back 25', () => {
  const hours = (day: CalendarDate) => (endOfDay(day).getTime() - startOfDay(day).getTime()) / HOUR;
  assert.deepEqual(
    ['2027-03-28', '2027-10-31', '2027-06-01'].map((day) => hours(day as CalendarDate)),
    [23, 25, 24],
  );
});

test('half past midnight in Belgium is the new day, though it is still the old one in UTC', () => {
  assert.equal(dayOf(new Date('2027-07-14T22:30:00Z')), '2027-07-15');
  assert.equal(dayOf(new Date('2026-12-31T23:30:00Z')), '2027-01-01');
  assert.equal(dayOf(new Date('2026-12-31T22:59:59.999Z')), '2026-12-31');
});

test('the same time of the clock is kept when the clocks change meanwhile', () => {
  const evening = at('2027-03-26', '17:40');
  assert.equal(sameTimeOn('2027-03-29', evening).toISOString(), '2027-03-29T15:40:00.000Z');
  assert.equal(at('2027-03-28', '02:30').toISOString(), '2027-03-28T01:30:00.000Z');
});

test('weeks begin on Monday, also in years long past', () => {
  assert.deepEqual(
    (['2026-11-30', '2026-12-06', '1969-12-28', '1900-01-01'] as const).map(weekdayOf),
    [1, 7, 7, 1],
  );
  assert.equal(mondayOf('2026-12-06'), '2026-11-30');
});

test('every moment belongs to exactly one day, from its first moment until just before its end', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: DAY - 1 }), (day, milliseconds) => {
      const moment = new Date(Date.parse(`${day}T00:00:00Z`) + milliseconds);
      const own = dayOf(moment);
      assert.ok(startOfDay(own) <= moment && moment < endOfDay(own));
      assert.equal(dayOf(endOfDay(own)), addDays(own, 1));
    }),
  );
});

test('days are added and counted as on a calendar', () => {
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2027-03-01', -1), '2027-02-28');
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
      const other = addDays(day, days);
      assert.equal(parseCalendarDate(other), other);
      assert.equal(daysBetween(day, other), days);
      assert.equal(weekdayOf(other), ((((weekdayOf(day) - 1 + days) % 7) + 7) % 7) + 1);
    }),
  );
});

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
