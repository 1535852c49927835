import { type CalendarDate, parseCalendarDate } from '../../base/time.ts';
import type { AnswerErrorCode, TypedFields } from './requests.ts';

/** One field read: its value, or why it cannot be taken. */
export type ReadField<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly field: string; readonly code: AnswerErrorCode };

const NAME = /^[\p{L}\p{M}'’‘ʼ`´.\- \u00a0]+$/u;
/** Marks that turn the reading direction or do not show: never part of what somebody types for others to read. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** What was typed in a field, without spaces around it and without characters that do not show. */
export function typedIn(typed: TypedFields, field: string): string {
  return (typed[field] ?? '').replace(HIDDEN, (mark) => (mark === '\n' || mark === '\r' ? mark : '')).trim();
}

/** A name or a place: Unicode letters, spaces, hyphens, apostrophes and full stops, at most 100 characters. */
export function readName(
  typed: TypedFields,
  field: string,
  empty: AnswerErrorCode = 'empty',
): ReadField<string> {
  const text = typedIn(typed, field).replace(/\s+/g, ' ');
  if (text === '') return { kind: 'wrong', field, code: empty };
  if ([...text].length > 100) return { kind: 'wrong', field, code: 'too-long' };
  return NAME.test(text) ? { kind: 'value', value: text } : { kind: 'wrong', field, code: 'letters' };
}

/** Free text of one or more lines, up to a length. */
export function readText(
  typed: TypedFields,
  field: string,
  { least = 1, most }: { readonly least?: number; readonly most: number },
): ReadField<string> {
  const text = typedIn(typed, field).replace(/\r\n?/g, '\n');
  if (text === '') return { kind: 'wrong', field, code: 'empty' };
  if ([...text].length < least) return { kind: 'wrong', field, code: 'too-short' };
  return [...text].length > most
    ? { kind: 'wrong', field, code: 'too-long' }
    : { kind: 'value', value: text };
}

const monthNames: readonly string[] = [
  'jan',
  'feb',
  'mar|maa|mär|mrt',
  'apr|avr',
  'may|mei|mai',
  'jun|juin',
  'jul|juil',
  'aug|aoû|aou',
  'sep',
  'oct|okt',
  'nov',
  'dec|déc|dez',
];

/** A date in three fields `-day`, `-month`, `-year`; a month may be a number or a name in nl, fr, de or en. */
export function readDate(typed: TypedFields, field: string): ReadField<CalendarDate> {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => typedIn(typed, `${field}-${part}`));
  if (!day && !month && !year) return { kind: 'wrong', field, code: 'empty' };
  const named = monthNames.findIndex((names) =>
    names.split('|').some((name) => (month ?? '').toLowerCase().startsWith(name)),
  );
  const monthNumber = /^\d{1,2}$/.test(month ?? '') ? Number(month) : named + 1;
  const text = `${year}-${String(monthNumber).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  const date = /^\d{4}-/.test(text) ? parseCalendarDate(text) : null;
  return date === null ? { kind: 'wrong', field, code: 'not-a-date' } : { kind: 'value', value: date };
}

/** An e-mail address, loosely: one @, something with a dot behind it, at most 254 characters, none of them blank. */
export function readEmail(typed: TypedFields, field: string): ReadField<string> {
  const text = typedIn(typed, field);
  if (text === '') return { kind: 'wrong', field, code: 'empty' };
  const isAddress =
    text.length <= 254 &&
    /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\].]{2,}$/.test(text);
  return isAddress && !text.includes('..')
    ? { kind: 'value', value: text }
    : { kind: 'wrong', field, code: 'not-an-email' };
}

/** A telephone number with its country code, as E.164; `null` when the field is empty. */
export function readTelephone(typed: TypedFields, field: string): ReadField<string | null> {
  const text = typedIn(typed, field);
  if (text === '') return { kind: 'value', value: null };
  const digits = text
    .replace(/^00/, '+')
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-/()\u2010-\u2015]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits)
    ? { kind: 'value', value: digits }
    : { kind: 'wrong', field, code: 'not-a-telephone' };
}
