import { dayFromNumber } from './calendar.ts';
import { type CalendarDate, DAY } from './time.ts';

/**
 * The ten public holidays of Belgium: law of 4 January 1974 on public holidays and article 1 of the royal decree of 18 April 1974
 * (Belgian Official Gazette of 31 January and 24 April 1974), unchanged when last read on 30 November 2026. A day that replaces one on a
 * Sunday is agreed by each employer: it is not a holiday of everybody.
 */
const holidays = [
  { name: 'New Year', month: 1, day: 1 },
  { name: 'Easter Monday', afterEaster: 1 },
  { name: 'Labour Day', month: 5, day: 1 },
  { name: 'Ascension', afterEaster: 39 },
  { name: 'Whit Monday', afterEaster: 50 },
  { name: 'National Day', month: 7, day: 21 },
  { name: 'Assumption', month: 8, day: 15 },
  { name: "All Saints' Day", month: 11, day: 1 },
  { name: 'Armistice', month: 11, day: 11 },
  { name: 'Christmas', month: 12, day: 25 },
] as const;

/** The public holidays of one year, on whatever day of the week they fall; two may fall together, as in 2008 on 1 May. */
export function publicHolidays(year: number): readonly CalendarDate[] {
  return holidayNumbers(year).map(dayFromNumber);
}

/** The same as numbers of days: counting over years asks for them often. */
export function holidayNumbers(year: number): readonly number[] {
  const easter = easterSunday(year);
  const numbers = holidays.map((each) =>
    'month' in each
      ? numberOf(year, each.month, each.day)
      : numberOf(year, easter.month, easter.day) + each.afterEaster,
  );
  return [...new Set(numbers)];
}

/** Easter Sunday in the Gregorian calendar, by the anonymous algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, 8). */
function easterSunday(year: number): { readonly month: number; readonly day: number } {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return { month: Math.floor(days / 31), day: (days % 31) + 1 };
}

function numberOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}
