import type { CalendarDate } from '../../../base/time.ts';
import { bareAddress, parseEmailAddress } from '../../../base/typed/email-address.ts';
import { readWrittenDate, type WrittenDate, wholeDate } from '../../../base/typed/written-date.ts';
import { DASHES, oneLine, plainTyping, visibleText } from '../../../base/visible-text.ts';
import type { AnswerErrorCode, TypedFields } from '../request/request-answer.ts';

/** One field read: its value, or why it cannot be taken. */
export type ReadField<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly field: string; readonly code: AnswerErrorCode };

/**
 * What names are written with in documents: letters and their marks, apostrophes, hyphens, dots, the middle dot of Catalan, a comma or
 * brackets around what belongs to a name (`Smith, Jr.`, `Schmidt (geb. Weber)`), a slash between two spellings, `Mª`, and ordinals (`3rd`).
 */
const NAME =
  /^(?:[\p{L}\p{M}\p{Z}\p{Pd}\u2212'’‘‛´`ʹ-ʿˈˊˋ׳′‵.·∙•‧,()/&ªº]|\d{1,2}(?:st|nd|rd|th|er|e|de|º|ª)(?!\p{L}))+$/u;
/** Signs that stand where there is no name. */
const NO_NAME = /^[-–—.+*/]{1,5}$/;
/** A place has numbers and every punctuation besides, but nothing of mark-up, of addresses in a network, or of code. */
const PLACE = /^[\p{L}\p{M}\p{N}\p{Z}\p{Pd}\u2212\p{Po}()«»“”„‘’‚‛´`ʹ-ʿˈˊˋ+|°№]+$/u;
const NO_PLACE = /[@\\#*%]|:\/|^\P{L}*$/u;

/** What was typed in a field, without spaces around it and without characters that do not show. */
export function typedIn(typed: TypedFields, field: string): string {
  return visibleText((typed[field] ?? '').normalize('NFC')).trim();
}

/** A name as documents write it, at most 100 characters; see `NAME`. */
export function readName(
  typed: TypedFields,
  field: string,
  empty: AnswerErrorCode = 'empty',
): ReadField<string> {
  return readLine(typed, field, {
    empty,
    fits: (text) => NO_NAME.test(text) || (NAME.test(text) && /\p{L}/u.test(text)),
  });
}

/** A place as documents write it, with its number, its district or its country, at most 100 characters: places are no names. */
export function readPlace(typed: TypedFields, field: string): ReadField<string> {
  return readLine(typed, field, { empty: 'empty', fits: (text) => PLACE.test(text) && !NO_PLACE.test(text) });
}

function readLine(
  typed: TypedFields,
  field: string,
  { empty, fits }: { readonly empty: AnswerErrorCode; readonly fits: (text: string) => boolean },
): ReadField<string> {
  const text = oneLine(typed[field] ?? '');
  if (text === '') return { kind: 'wrong', field, code: empty };
  if ([...text].length > 100) return { kind: 'wrong', field, code: 'too-long' };
  return fits(text) ? { kind: 'value', value: text } : { kind: 'wrong', field, code: 'letters' };
}

/** Free text of one or more lines, up to a length. */
export function readText(
  typed: TypedFields,
  field: string,
  { least = 1, most }: { readonly least?: number; readonly most: number },
): ReadField<string> {
  const text = typedIn(typed, field).replace(/\r\n?|[\v\f]/g, '\n');
  if (text === '') return { kind: 'wrong', field, code: 'empty' };
  if ([...text].length < least) return { kind: 'wrong', field, code: 'too-short' };
  return [...text].length > most
    ? { kind: 'wrong', field, code: 'too-long' }
    : { kind: 'value', value: text };
}

/** Which day it is, and whether the date lies behind or ahead: what a year of two digits may mean. */
export type DateBounds = { readonly today: CalendarDate; readonly century: 'past' | 'near' };

/** A whole date in three fields `-day`, `-month`, `-year`, or pasted into the first of them; see `readWrittenDate`. */
export function readDate(typed: TypedFields, field: string, bounds: DateBounds): ReadField<CalendarDate> {
  const read = readPartialDate(typed, field, bounds);
  if (read.kind === 'wrong') return read;
  const date = wholeDate(read.value);
  return date === null ? { kind: 'wrong', field, code: 'not-a-date' } : { kind: 'value', value: date };
}

/** The same, of which the day, or day and month, may be left out or written as unknown. */
export function readPartialDate(
  typed: TypedFields,
  field: string,
  { today, century }: DateBounds,
): ReadField<WrittenDate> {
  const part = (name: string) => typedIn(typed, `${field}-${name}`);
  const parts = { day: part('day'), month: part('month'), year: part('year') };
  if (parts.day === '' && parts.month === '' && parts.year === '')
    return { kind: 'wrong', field, code: 'empty' };
  const date = readWrittenDate(parts, today, century);
  return date === null ? { kind: 'wrong', field, code: 'not-a-date' } : { kind: 'value', value: date };
}

/** An e-mail address; see `parseEmailAddress`. */
export function readEmail(typed: TypedFields, field: string): ReadField<string> {
  const text = typedIn(typed, field);
  if (bareAddress(text) === '') return { kind: 'wrong', field, code: 'empty' };
  const address = parseEmailAddress(text);
  return address === null
    ? { kind: 'wrong', field, code: 'not-an-email' }
    : { kind: 'value', value: address };
}

/** A telephone number with its country code, as E.164; `null` when the field is empty. */
export function readTelephone(typed: TypedFields, field: string): ReadField<string | null> {
  const text = plainTyping(typedIn(typed, field));
  if (text === '') return { kind: 'value', value: null };
  const digits = text
    .replace(/^(?:tel|phone|gsm|mobile)?\s*[.:]?\s*/i, '')
    .replace(/[([]\s*0\s*[)\]]/g, '')
    .replace(/[\s.\-/()·,[\]]/g, '')
    .replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(digits)
    ? { kind: 'value', value: digits }
    : { kind: 'wrong', field, code: 'not-a-telephone' };
}

/** The number of an identity document: letters and digits, whatever parts their groups. */
export function readDocumentNumber(typed: TypedFields, field: string): ReadField<string> {
  const text = plainTyping(typedIn(typed, field))
    .replace(DASHES, '')
    .replace(/[\s./_·<°]/g, '')
    .toUpperCase();
  if (text === '') return { kind: 'wrong', field, code: 'empty' };
  if (text.length > 30) return { kind: 'wrong', field, code: 'too-long' };
  return /^[\p{Lu}\d]+$/u.test(text)
    ? { kind: 'value', value: text }
    : { kind: 'wrong', field, code: 'not-a-document-number' };
}
