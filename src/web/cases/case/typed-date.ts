import { type CalendarDate, parseCalendarDate } from '../../../base/time.ts';

export type TypedDate =
  /** `YYYY-MM-DD`, or empty when nothing was typed. */
  { readonly kind: 'date'; readonly text: string } | { readonly kind: 'wrong' };

/** Reads a date from its three fields, in digits. */
export function readTypedDate(typed: Readonly<Record<string, string>>, name: string): TypedDate {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (typed[`${name}-${part}`] ?? '').trim(),
  );
  if (day === '' && month === '' && year === '') return { kind: 'date', text: '' };
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseCalendarDate(text) === null ? { kind: 'wrong' } : { kind: 'date', text };
}

/** A calendar date in three fields. */
export function dateInFields(date: CalendarDate, name: string): Readonly<Record<string, string>> {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` };
}
