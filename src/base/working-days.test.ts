import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays, at, dayFromNumber, dayNumber } from './calendar.ts';
import { publicHolidays } from './public-holidays.ts';
import type { CalendarDate } from './time.ts';
import { addWorkingDays, afterWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const anyDay = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2060-12-31') }).map(dayFromNumber);

test('the ten public holidays of a year are those of the law, Easter with them', () => {
  assert.deepEqual(publicHolidays(2027), [
    '2027-01-01',
    '2027-03-29',
    '2027-05-01',
    '2027-05-06',
    '2027-05-17',
    '2027-07-21',
    '2027-08-15',
    '2027-11-01',
    '2027-11-11',
    '2027-12-25',
  ]);
});

test('Easter falls where the church calendar has it, in its earliest and latest years too', () => {
  const mondays: Readonly<Record<number, CalendarDate>> = {
    1818: '1818-03-23',
    1943: '1943-04-26',
    1981: '1981-04-20',
    2000: '2000-04-24',
    2008: '2008-03-24',
    2024: '2024-04-01',
    2026: '2026-04-06',
    2038: '2038-04-26',
    2049: '2049-04-19',
    2076: '2076-04-20',
  };
  for (const [year, monday] of Object.entries(mondays)) assert.equal(publicHolidays(Number(year))[1], monday);
});

test('nobody works on a Saturday, a Sunday or a public holiday', () => {
  const days = ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2027-05-06'] as const;
  assert.deepEqual(days.map(isWorkingDay), [true, false, false, false, true, false]);
});

test('five working days after a Wednesday before Easter skip the weekend and Easter Monday', () => {
  assert.equal(addWorkingDays('2027-03-24', 5), '2027-04-01');
  assert.equal(afterWorkingDays(at('2027-03-24', '16:20'), 5).getTime(), at('2027-04-01', '16:20').getTime());
});

test('what came on a Saturday and is decided on Monday took one working day; on Friday to Monday one, within Friday none', () => {
  assert.equal(workingDaysBetween('2026-11-28', '2026-11-30'), 1);
  assert.equal(workingDaysBetween('2026-11-27', '2026-11-30'), 1);
  assert.equal(workingDaysBetween('2026-11-26', '2026-11-27'), 1);
  assert.equal(workingDaysBetween('2026-11-27', '2026-11-27'), 0);
  assert.equal(workingDaysBetween('2026-11-27', '2026-11-28'), 0);
  assert.equal(workingDaysBetween('2026-12-24', '2026-12-28'), 1);
  assert.equal(workingDaysBetween('2026-11-30', '2026-11-27'), 0);
});

test('working days between two days are those that one meets when walking from day to day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 900 }), (from, days) => {
      const walked = Array.from({ length: days }, (_, place) => addDays(from, place + 1));
      assert.equal(workingDaysBetween(from, addDays(from, days)), walked.filter(isWorkingDay).length);
    }),
  );
});

test('a day that is some working days later is a working day, with exactly so many between', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
      const target = addWorkingDays(from, days);
      assert.ok(isWorkingDay(target));
      assert.equal(workingDaysBetween(from, target), days);
    }),
  );
});
