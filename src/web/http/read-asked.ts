import { dayOf } from '../../base/calendar.ts';
import { parseCalendarDate } from '../../base/time.ts';
import { readWrittenDate } from '../../base/typed/written-date.ts';
import type { AskError, TypedWish } from '../../domain/access-request/index.ts';
import { contextValue } from '../ui/access/ask-form.ts';
import type { FormFields } from './read-form.ts';

type Sent = { readonly fields: FormFields; readonly lists: ReadonlyMap<string, readonly string[]> };

/** What is told of a form by which somebody asked for access, when it was not taken. */
export type AskTold = {
  readonly errors: readonly (AskError | { readonly field: 'reason'; readonly code: 'too-many' })[];
};

/** What somebody typed to ask for access, or to decide about it. */
export function readAsked({ fields, lists }: Sent, now: Date): TypedWish {
  const field = (name: string): string => (fields.get(name) ?? '').trim();
  const right = field('right');
  const contexts = (lists.get('contexts') ?? []).flatMap((value) => {
    const context = contextOf(value);
    return context !== null && value === contextValue(right, context) ? [context] : [];
  });
  return { right, contexts, until: readDay(fields, 'until', now), reason: field('reason') };
}

/** A day in three fields, as `YYYY-MM-DD`; empty where nothing was typed, and no date where it is none. */
export function readDay(fields: FormFields, name: string, now: Date): string {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (fields.get(`${name}-${part}`) ?? '').trim(),
  );
  if (day + month + year === '') return '';
  const read = readWrittenDate({ day, month, year }, dayOf(now), 'near');
  const written = read && [read.year, read.month, read.day].map((part) => String(part ?? 0).padStart(2, '0'));
  return (written && parseCalendarDate(written.join('-'))) ?? 'no date';
}

function contextOf(value: string): string | null {
  const [, context] = value.split(' ');
  try {
    return context === undefined ? null : decodeURIComponent(context);
  } catch {
    // Not as a box of ours names it.
    return null;
  }
}
