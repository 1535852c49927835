import { type CalendarDate, parseCalendarDate } from '../../base/time.ts';
import { oneLine, plainTyping } from '../../base/visible-text.ts';
import {
  type NationalNumber,
  type NationalNumberRefusal,
  parseNationalNumber,
} from '../../domain/person/index.ts';

/** What one cell of a row was read as, or why it was refused. The reason never repeats the cell: it may be personal. */
export type Cell<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'refused'; readonly reason: string };

const NUMBER_REASONS: Readonly<Record<NationalNumberRefusal, string>> = {
  empty: 'must not be empty',
  letters: 'must hold digits only',
  length: 'must have 11 digits',
  'not-a-number': 'is not a national number: check digits or month cannot be',
};

/**
 * Text of one line in Unicode form C, every space a plain one, without what does not show: programs leave soft hyphens, joiners and marks of
 * direction in it. Empty means `null`.
 */
export function readText(text: string, longest: number): Cell<string | null> {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text.trim()))
    return refused('must not hold control characters or line breaks');
  const value = oneLine(text);
  if (value.length > longest) return refused(`must have at most ${longest} characters`);
  return read(value === '' ? null : value);
}

/** Text that must be there. */
export function readNeededText(text: string, longest: number): Cell<string> {
  const cell = readText(text, longest);
  if (cell.kind === 'refused') return cell;
  return cell.value === null ? refused('must not be empty') : read(cell.value);
}

/** A national number. */
export function readNumber(text: string, today: Date): Cell<NationalNumber> {
  const parsed = parseNationalNumber(text, today);
  return parsed.kind === 'parsed' ? read(parsed.number) : refused(NUMBER_REASONS[parsed.reason]);
}

/** A national number, or nothing. */
export function readOptionalNumber(text: string, today: Date): Cell<NationalNumber | null> {
  return oneLine(text) === '' ? read(null) : readNumber(text, today);
}

/** A country code of two capitals, or nothing. */
export function readCountry(text: string): Cell<string | null> {
  const value = plainTyping(text).toUpperCase();
  if (value === '') return read(null);
  return /^[A-Z]{2}$/.test(value) ? read(value) : refused('must be a country code of two letters');
}

/** A day that exists. */
export function readDay(text: string): Cell<CalendarDate> {
  const day = parseCalendarDate(plainTyping(text));
  return day === null ? refused('must be a date YYYY-MM-DD that exists') : read(day);
}

/** A day that exists, or nothing. */
export function readOptionalDay(text: string): Cell<CalendarDate | null> {
  return plainTyping(text) === '' ? read(null) : readDay(text);
}

/** The first day after a period that begins on another one of the row, or nothing. */
export function readEndDay(text: string, from: Cell<CalendarDate | null>): Cell<CalendarDate | null> {
  const end = readOptionalDay(text);
  if (end.kind === 'refused' || from.kind === 'refused' || end.value === null || from.value === null)
    return end;
  return end.value <= from.value ? refused('must be later than valid_from') : end;
}

export function read<Value>(value: Value): Cell<Value> {
  return { kind: 'read', value };
}

export function refused(reason: string): { readonly kind: 'refused'; readonly reason: string } {
  return { kind: 'refused', reason };
}
