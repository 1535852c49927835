import { addDays } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import { workingDaysBetween } from '../../base/working-days.ts';
import type { BacklogAge } from './model.ts';

/** The least and the most working days of an age; `null` for no bound. */
const bounds: Readonly<Record<BacklogAge, readonly [least: number, most: number | null]>> = {
  '0-2': [0, 2],
  '3-5': [3, 5],
  '6-10': [6, 10],
  'over-10': [11, null],
};

/** On which days the open cases of an age were sent: a list of them holds exactly those that the report counts. */
export function ageSpan(
  age: BacklogAge,
  today: CalendarDate,
): { readonly from: CalendarDate | null; readonly until: CalendarDate | null } {
  const [least, most] = bounds[age];
  return {
    from: most === null ? null : earliest(most, today),
    until: least === 0 ? null : addDays(earliest(least - 1, today), -1),
  };
}

/** The first day from which there are at most so many working days until today. */
function earliest(workingDays: number, today: CalendarDate): CalendarDate {
  let day = today;
  while (workingDaysBetween(addDays(day, -1), today) <= workingDays) day = addDays(day, -1);
  return day;
}

/** The age of what was sent so many working days ago. */
export function ageOf(workingDays: number): BacklogAge {
  if (workingDays <= 2) return '0-2';
  if (workingDays <= 5) return '3-5';
  return workingDays <= 10 ? '6-10' : 'over-10';
}
