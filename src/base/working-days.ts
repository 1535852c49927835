import { dayFromNumber, dayNumber, dayOf, sameTimeOn, yearOf } from './calendar.ts';
import { holidayNumbers } from './public-holidays.ts';
import type { CalendarDate } from './time.ts';

/** Monday to Friday, public holidays apart. */
export function isWorkingDay(day: CalendarDate): boolean {
  const number = dayNumber(day);
  return isWeekday(number) && !holidayNumbers(yearOf(day)).includes(number);
}

/** The same time of the clock so many working days later; the day of the moment itself does not count. */
export function afterWorkingDays(moment: Date, days: number): Date {
  return sameTimeOn(addWorkingDays(dayOf(moment), days), moment);
}

/** The day that is so many working days after this one, which does not count itself. */
export function addWorkingDays(day: CalendarDate, days: number): CalendarDate {
  let [number, left] = [dayNumber(day), days];
  while (left > 0) {
    number += 1;
    if (isWorkingDay(dayFromNumber(number))) left -= 1;
  }
  return dayFromNumber(number);
}

/** How many working days come after one day, up to and with another; 0 on the same day, and when the other is earlier. */
export function workingDaysBetween(from: CalendarDate, until: CalendarDate): number {
  if (until <= from) return 0;
  const [first, last] = [dayNumber(from), dayNumber(until)];
  let days = weekdaysUntil(last) - weekdaysUntil(first);
  for (let year = yearOf(from); year <= yearOf(until); year += 1)
    for (const each of holidayNumbers(year)) if (each > first && each <= last && isWeekday(each)) days -= 1;
  return days;
}

/** Mondays to Fridays up to and with a day, counted from the Monday before 1970. */
function weekdaysUntil(number: number): number {
  const weeks = Math.floor((number + 3) / 7);
  return weeks * 5 + Math.min(number + 3 - weeks * 7 + 1, 5);
}

function isWeekday(number: number): boolean {
  return number + 3 - Math.floor((number + 3) / 7) * 7 < 5;
}
