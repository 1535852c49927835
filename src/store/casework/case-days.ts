import { ZONE } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import { medianDays } from '../../base/usual-days.ts';

/** How many cases were sent on one day and decided on another. */
export type DecidedSpan = {
  readonly since: CalendarDate;
  readonly until: CalendarDate;
  readonly cases: number;
};

/** The day in Belgium of a column with moments. */
export function dayIn(column: string): string {
  return `(${column} at time zone '${ZONE}')::date::text`;
}

/** The moment at which a day begins in Belgium, as SQL. */
export function firstOf(day: string): string {
  return `${day}::date::timestamp at time zone '${ZONE}'`;
}

/** The moment at which a day is over in Belgium, as SQL. */
export function firstAfter(day: string): string {
  return `(${day}::date + 1)::timestamp at time zone '${ZONE}'`;
}

export function casesIn(spans: readonly { readonly cases: number }[]): number {
  return spans.reduce((sum, { cases }) => sum + cases, 0);
}

/** The working days that half of the cases took at most, one at least; `null` when there are none. */
export function usualDaysOf(spans: readonly DecidedSpan[]): number | null {
  return medianDays(spans.map(({ since, until, cases }) => ({ since, until, count: cases })));
}
