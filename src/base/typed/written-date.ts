import { type CalendarDate, parseCalendarDate } from '../time.ts';
import { plainTyping } from '../visible-text.ts';
import { readMonth } from './read-month.ts';

/** A date of which parts may be unknown, as registers and some documents hold it. */
export type WrittenDate = {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
};

/** What was typed in three fields, or a whole date in the first of them. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

/** Where a year of two digits lies: dates of birth are past, dates at which documents end are near. */
export type Century = 'past' | 'near';

const LONGEST = 60;
/** `00.00.1950`, `--.--.1950`, `XX XXX 1950`: how documents and registers write what is not known. */
const UNKNOWN = /^(?:0{1,2}|[-–—?*._]{1,4}|[xX]{1,3})$/;
/** `1st`, `3rd`, `1er`, `1.`, `1º`, `1ª`, `3ta'`. */
const DAY = /^(\d{1,2})(?:st|nd|rd|th|er|re|e|ste|de|\.|º|ª|o|a|ta['’]?)?$/iu;
/** Words around the parts of a date: `12 de marzo de 1980`, `den 3. marts`, `1980. gada 3. marts`, `1980 m. kovo 3 d.` */
const AROUND = new Set('the le de del di of den der am el dels er d m gada ta г р'.split(' '));

/**
 * Reads a date as it is printed on documents and typed by people, the day before the month: `17.10.1995`, `1995-10-17`, `1er mars 1980`,
 * `03 MAR/MARS 1980`, `12.IV.1985`, `10 ΙΑΝ 1980`, `00.00.1950`, `951017` of a machine-readable zone. A part that is left out or written as unknown is
 * `null`, and the year must be there. `null` when it is no date, or could be two.
 */
export function readWrittenDate(
  typed: DateParts | string,
  today: CalendarDate,
  century: Century = 'past',
): WrittenDate | null {
  const parts = typeof typed === 'string' ? { day: typed, month: '', year: '' } : typed;
  const [day = '', month = '', year = ''] = [parts.day, parts.month, parts.year].map(plain);
  if ([day, month, year].some((part) => part.length > LONGEST)) return null;
  const years: Years = { today, century };
  if (month === '' && year === '') return readWhole(day, years);
  return fromParts(day, month, year, years);
}

/** How it would be typed on a plain keyboard; what a program wrote behind a date, its hour, is no part of it. */
function plain(part: string): string {
  return plainTyping(part.slice(0, 2 * LONGEST))
    .replace(/[·∙•]/g, '.')
    .replace(/(?<=\d)[T ]\d{2}:\d{2}.*$/, '');
}

type Years = { readonly today: CalendarDate; readonly century: Century };

/** A year of four digits, or of two when only one century can be meant. */
function yearIn(text: string, { today, century }: Years): number | null {
  const digits = /^(\d{4}|\d{2})\.?$/.exec(text)?.[1];
  if (digits === undefined || digits === '0000') return null;
  if (digits.length === 4) return Number(digits);
  if (century === 'near') return 2000 + Number(digits);
  const later = 2000 + Number(digits);
  return later > Number(today.slice(0, 4)) ? later - 100 : null;
}

/** The same as a whole date; `null` when a part is unknown. */
export function wholeDate({ year, month, day }: WrittenDate): CalendarDate | null {
  if (year === null || month === null || day === null) return null;
  return parseCalendarDate(
    [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
  );
}

function fromParts(day: string, month: string, year: string, years: Years): WrittenDate | null {
  const [dayRead, monthRead] = [readPart(day, dayIn), readPart(month, readMonth)];
  const yearRead = yearIn(year, years);
  if (dayRead === undefined || monthRead === undefined || yearRead === null) return null;
  if (dayRead !== null && monthRead === null) return null;
  const date = { year: yearRead, month: monthRead, day: dayRead };
  const asWhole = wholeDate({ year: yearRead, month: monthRead ?? 1, day: dayRead ?? 1 });
  return asWhole === null ? null : date;
}

/** A part that is unknown or left out is `null`; one that cannot be read is `undefined`. */
function readPart(text: string, read: (text: string) => number | null): number | null | undefined {
  if (text === '' || UNKNOWN.test(text)) return null;
  return read(text) ?? undefined;
}

function dayIn(text: string): number | null {
  const found = DAY.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

function readWhole(text: string, years: Years): WrittenDate | null {
  if (/^\d{6}$/.test(text)) return readSixDigits(text, years);
  if (/^\d{8}$/.test(text))
    return only(
      [
        fromParts(text.slice(6), text.slice(4, 6), text.slice(0, 4), years),
        fromParts(text.slice(0, 2), text.slice(2, 4), text.slice(4), years),
      ].filter((date) => date === null || isNearby(date, years)),
    );
  const halves = /^(?:(\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2}))$/.exec(text);
  if (halves) return fromParts('', halves[1] ?? halves[4] ?? '', halves[2] ?? halves[3] ?? '', years);
  const separated =
    /^([^\s./-]{1,4}|-{2})\s?[./\s-]\s?([^\s/.-]{1,20}|-{2})\s?[./\s-]\s?([^\s/.-]{1,4}|-{2})(?:\.| ?г\.?)?$/u.exec(
      text,
    );
  if (separated) {
    const [, one = '', two = '', three = ''] = separated;
    const read = /^\d{4}$/.test(one) ? fromParts(three, two, one, years) : fromParts(one, two, three, years);
    if (read !== null) return read;
  }
  return readWords(text, years);
}

/** Whatever the order: the month is a word, the year has four digits or stands last, the day is what is left. */
function readWords(text: string, years: Years): WrittenDate | null {
  const words = text
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, ' ')
    .replace(/(?<=\d)[./-]?(?=\p{L}{3})|(?<=\p{L}{3})[.-]?(?=\d)/gu, ' ')
    .split(/[\s,]+/u)
    .filter((word) => word !== '' && !AROUND.has(word.toLowerCase().replace(/[.'’]+$/, '')));
  if (words.length > 6) return null;
  const isNumber = (word: string) => /^\d/.test(word);
  const numbers = words.filter(isNumber);
  const year =
    numbers.find((word) => /^\d{4}\.?$/.test(word)) ?? (numbers.length === 2 ? numbers[1] : undefined);
  const days = numbers.filter((word) => word !== year);
  const names = words.filter((word) => !isNumber(word));
  const month = names.filter((word) => !UNKNOWN.test(word)).join(' ');
  if (year === undefined || days.length > 1) return null;
  // A day without its month says nothing.
  return month === '' && days.length > 0 ? null : fromParts(days[0] ?? '', month, year, years);
}

/** `yymmdd` of a machine-readable zone, or `ddmmyy`: taken when it can be one day alone. */
function readSixDigits(text: string, years: Years): WrittenDate | null {
  const [one = '', two = '', three = ''] = [text.slice(0, 2), text.slice(2, 4), text.slice(4)];
  const centuries = years.century === 'near' ? ['20'] : ['19', '20'];
  const dates = centuries.flatMap((each) => [
    fromParts(three, two, each + one, years),
    fromParts(one, two, each + three, years),
  ]);
  return only(dates.filter((date) => date === null || years.century === 'near' || isPast(date, years)));
}

/** The date that can be read, when all that can be read are the same one. */
function only(dates: readonly (WrittenDate | null)[]): WrittenDate | null {
  const found = new Map(
    dates.flatMap((date) => (date === null || date.day === null ? [] : [[wholeDate(date), date] as const])),
  );
  return found.size === 1 ? ([...found.values()][0] ?? null) : null;
}

function isPast(date: WrittenDate, { today }: Years): boolean {
  const whole = wholeDate(date);
  return whole !== null && whole <= today;
}

/** Eight digits could be many a thing: only a year in which somebody alive was born, or a document ends. */
function isNearby({ year }: WrittenDate, { today }: Years): boolean {
  const now = Number(today.slice(0, 4));
  return year !== null && year >= now - 150 && year <= now + 100;
}
