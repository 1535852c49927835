import type { CalendarDate } from '../../../../base/time.ts';

/** A calendar date in three fields. */
export function dateInFields(date: CalendarDate, name: string): Readonly<Record<string, string>> {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` };
}
