import type { CalendarDate } from './time.ts';
import { workingDaysBetween } from './working-days.ts';

/** How many things began on one day and were done on another. */
export type DaySpan = { readonly since: CalendarDate; readonly until: CalendarDate; readonly count: number };

/** The working days that half of them took at most, one at least; `null` when there are none. */
export function medianDays(spans: readonly DaySpan[]): number | null {
  const taken = spans
    .map(({ since, until, count }) => ({ days: Math.max(1, workingDaysBetween(since, until)), count }))
    .sort((one, other) => one.days - other.days);
  const half = taken.reduce((sum, { count }) => sum + count, 0) / 2;
  let counted = 0;
  for (const { days, count } of taken) {
    counted += count;
    if (counted >= half) return days;
  }
  return null;
}
