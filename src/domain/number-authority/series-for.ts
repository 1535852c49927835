import { dayOf, yearOf } from '../../base/calendar.ts';
import type { NumberAsk, NumberSeries } from './model.ts';

const FIRST_YEAR = 1900;
/** The sixth digit goes up by one each time: a year has its `00` and nine more. */
const LAST_SIXTH_DIGIT = 9;

/**
 * Where a BIS number for this person is looked for, in order: the counters of the day of birth; when they are used up, those of the year
 * with month and day `0000`; then the sixth digit goes up by one, each time. Unknown parts are zero, and a part below an unknown
 * one is unknown too. Source: IBZ instruction IT 000.
 */
export function seriesFor({ birthDate, sex }: NumberAsk, today: Date): readonly NumberSeries[] {
  const shift = sex === null ? 20 : 40;
  const counters = sex === null ? 'any' : sex === 'male' ? 'odd' : 'even';
  const { year } = birthDate;
  if (year === null) return withoutDate(shift, counters);
  // Two digits and two centuries: no number can tell an earlier year.
  if (year < FIRST_YEAR) return [];
  if (year > yearOf(dayOf(today))) throw new RangeError('a year to come');
  const century = year < 2000 ? 1900 : 2000;
  const series = (month: number, day: number): NumberSeries => ({
    prefix: bisPrefix(year, shift + month, day),
    century,
    counters,
  });
  const month = birthDate.month ?? 0;
  const day = month === 0 ? 0 : (birthDate.day ?? 0);
  if (month > 12 || day > daysIn(year, month)) throw new RangeError('a day that does not exist');
  const ofYear = Array.from({ length: LAST_SIXTH_DIGIT + 1 }, (_, digit) => digit)
    // `00.00.01` says that the year is unknown too, so nobody born in 1900 or 2000 gets it.
    .filter((digit) => year % 100 !== 0 || digit !== 1)
    .map((digit) => series(0, digit));
  return month === 0 ? ofYear : [series(month, day), ...ofYear];
}

/** Nothing of the date is known: `00.20.01` or `00.40.01`, which either century may verify. */
function withoutDate(shift: 20 | 40, counters: NumberSeries['counters']): readonly NumberSeries[] {
  const prefix = bisPrefix(0, shift, 1);
  return ([1900, 2000] as const).map((century) => ({ prefix, century, counters }));
}

/** The first six digits of a number: year, month with its shift, day. */
export function bisPrefix(year: number, shiftedMonth: number, day: number): string {
  return [year % 100, shiftedMonth, day].map((part) => String(part).padStart(2, '0')).join('');
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
