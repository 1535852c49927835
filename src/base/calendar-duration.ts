import { Temporal } from 'temporal-polyfill';
import type { Brand } from './brand.ts';
import type { CalendarDate } from './time.ts';

/** How many years, months, weeks and days something may last, as ISO 8601 writes it: `P1Y`, `P6M`, `P90D`, `P1Y6M`. */
export type CalendarDuration = Brand<string, 'CalendarDuration'>;

const WRITTEN = /^P(?=\d)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/;

/** Reads a duration of whole days or longer; `null` when it is none, or lasts no day at all. */
export function parseCalendarDuration(text: string): CalendarDuration | null {
  const parts = WRITTEN.exec(text);
  return parts?.slice(1).some((part) => Number(part ?? 0) > 0) ? (text as CalendarDuration) : null;
}

/** The day that is so much later; a day that its month does not have becomes the last one of that month. */
export function addDuration(day: CalendarDate, duration: CalendarDuration): CalendarDate {
  return Temporal.PlainDate.from(day).add(duration).toString() as CalendarDate;
}

/** How many of each unit a duration has, the greatest unit first, to be told in words. */
export function partsOfDuration(
  duration: CalendarDuration,
): readonly { readonly unit: 'year' | 'month' | 'week' | 'day'; readonly count: number }[] {
  const [, ...counts] = WRITTEN.exec(duration) ?? [];
  return (['year', 'month', 'week', 'day'] as const)
    .map((unit, place) => ({ unit, count: Number(counts[place] ?? 0) }))
    .filter(({ count }) => count > 0);
}
