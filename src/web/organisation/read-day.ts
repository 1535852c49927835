import { dayOf } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import { readWrittenDate, wholeDate } from '../../base/typed/written-date.ts';
import type { FormFields } from '../http/read-form.ts';

/** The day that was typed in three fields: `null` where nothing was, `wrong` where it is none. */
export function readDay(fields: FormFields, name: string, now: Date): CalendarDate | null | 'wrong' {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (fields.get(`${name}-${part}`) ?? '').trim(),
  );
  if (day === '' && month === '' && year === '') return null;
  const written = readWrittenDate({ day, month, year }, dayOf(now), 'near');
  return (written && wholeDate(written)) ?? 'wrong';
}
