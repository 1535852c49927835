import { yearOf } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';

/** A day as it stands in the three fields of a form. */
export function fieldsOfDay(name: string, day: CalendarDate): Readonly<Record<string, string>> {
  return {
    [`${name}-day`]: String(Number(day.slice(8))),
    [`${name}-month`]: String(Number(day.slice(5, 7))),
    [`${name}-year`]: String(yearOf(day)),
  };
}
