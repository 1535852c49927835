import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import { workingDaysBetween } from '../../base/working-days.ts';
import { ageOf, ageSpan } from './age-span.ts';
import { backlogAges } from './model.ts';

test('a case is in the days of its age, and in those of no other, whatever weekends and holidays there are', () => {
  const first = dayNumber('2025-01-01' as CalendarDate);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 60 }), (offset, ago) => {
      const today = dayFromNumber(first + offset);
      const sent = addDays(today, -ago);
      const within = backlogAges.filter((age) => {
        const { from, until } = ageSpan(age, today);
        return (from === null || sent >= from) && (until === null || sent <= until);
      });
      assert.deepEqual(within, [ageOf(workingDaysBetween(sent, today))]);
    }),
  );
});
