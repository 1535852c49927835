import { Temporal } from 'temporal-polyfill';
import type { Brand } from './brand.ts';
import { type CalendarDate, DAY } from './time.ts';

/** Where days begin and end for everybody who deals with this platform, wherever they are and wherever it runs. */
export const ZONE = 'Europe/Brussels';

/** Which day it is in Belgium at this moment. */
export function dayOf(moment: Date): CalendarDate {
  // Belgium was never behind UTC, nor more than two hours ahead: most of the day needs no table of the zone.
  if (moment.getUTCHours() < 22) return moment.toISOString().slice(0, 10) as CalendarDate;
  return zoned(moment).toPlainDate().toString() as CalendarDate;
}

/** The first moment of a day in Belgium. */
export function startOfDay(day: CalendarDate): Date {
  return momentOf(Temporal.PlainDate.from(day).toZonedDateTime(ZONE));
}

/** The first moment that does not belong to a day any more: "before the end of" that day is before this. */
export function endOfDay(day: CalendarDate): Date {
  return startOfDay(addDays(day, 1));
}

/** The last day that begins before an end: what ends as a day ends belongs to that day (`endOfDay`). */
export function lastDayBefore(end: Date): CalendarDate {
  return dayOf(new Date(end.getTime() - 1));
}

/** What the clocks in Belgium show on this day, as a moment: `at('2027-03-01', '09:30')`. An hour that is left out begins later. */
export function at(day: CalendarDate, time: string): Date {
  return momentOf(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: time }));
}

/** The same time of the clock on another day. */
export function sameTimeOn(day: CalendarDate, moment: Date): Date {
  return momentOf(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: zoned(moment).toPlainTime() }),
  );
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return dayFromNumber(dayNumber(day) + days);
}

/** How many times midnight passes from one day to another; negative when the other is earlier. */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return dayNumber(until) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: CalendarDate): number {
  const number = dayNumber(day) + 3;
  return number - Math.floor(number / 7) * 7 + 1;
}

/** The Monday of the week that this day is in. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - weekdayOf(day));
}

export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

/** Days since 1 January 1970, which was a Thursday. */
export function dayNumber(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

export function dayFromNumber(number: number): CalendarDate {
  return new Date(number * DAY).toISOString().slice(0, 10) as CalendarDate;
}

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

function zoned(moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE);
}

function momentOf(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds);
}
