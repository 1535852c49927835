import { Temporal } from 'temporal-polyfill';
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

function zoned(moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE);
}

function momentOf(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds);
}
