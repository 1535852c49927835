import { dayOf, yearOf } from '../../base/calendar.ts';
import { Redacted } from '../../base/redacted.ts';
import { plainTyping } from '../../base/visible-text.ts';
import type { NationalNumber, NationalNumberDigits, Sex } from './model.ts';

/** Why a text is not a Belgian national number, in the words of the page that asks for it. */
export type NationalNumberRefusal = 'empty' | 'letters' | 'length' | 'not-a-number';

export type ParsedNationalNumber =
  | { readonly kind: 'parsed'; readonly number: NationalNumber }
  | { readonly kind: 'refused'; readonly reason: NationalNumberRefusal };

const PUNCTUATION = /[\s.\-/_,·•∙'’]/gu;

/** `00.00.01` and its BIS forms stand for "nothing of the birth date is known", the year included. */
const WITHOUT_DATE = ['000001', '002001', '004001'];

/**
 * Reads a national number as people write and paste it: spaces, dots, dashes, slashes and what does not show are ignored. `today` decides whether a
 * number of the years 2000 can exist already.
 * Source: IBZ instruction IT 000; check digits 97 − (N mod 97), with N prefixed by 2 for births from 2000.
 */
export function parseNationalNumber(text: string, today: Date): ParsedNationalNumber {
  if (text.length > 100) return refused('length');
  const digits = plainTyping(text).replace(PUNCTUATION, '');
  if (digits === '') return refused('empty');
  if (!/^\d+$/.test(digits)) return refused('letters');
  if (digits.length !== 11) return refused('length');
  const century = centuryOf(digits, today);
  const month = monthOf(digits);
  if (century === null || month === null || !isCounter(digits)) return refused('not-a-number');
  return {
    kind: 'parsed',
    number: {
      digits: new Redacted(digits as NationalNumberDigits),
      kind: month.shift === 0 ? 'RN' : 'BIS',
      ...birthDateOf(digits, century, month.month),
      // A BIS number with month + 20 was given before the sex was known: the counter says nothing then.
      sex: month.shift === 20 ? null : sexOf(digits),
    },
  };
}

function refused(reason: NationalNumberRefusal): ParsedNationalNumber {
  return { kind: 'refused', reason };
}

/** The century follows from the formula that verifies; both cannot, as 2 000 000 000 mod 97 is not 0. */
function centuryOf(digits: string, today: Date): 1900 | 2000 | null {
  const counted = Number(digits.slice(0, 9));
  const check = Number(digits.slice(9));
  if (check === 97 - (counted % 97)) return 1900;
  const isPast = 2000 + Number(digits.slice(0, 2)) <= yearOf(dayOf(today));
  return isPast && check === 97 - ((counted + 2_000_000_000) % 97) ? 2000 : null;
}

function monthOf(digits: string): { readonly month: number; readonly shift: 0 | 20 | 40 } | null {
  const written = Number(digits.slice(2, 4));
  const shift = ([40, 20, 0] as const).find((each) => written >= each) ?? 0;
  return written - shift <= 12 ? { month: written - shift, shift } : null;
}

/** 001 to 997 for men, 002 to 998 for women. */
function isCounter(digits: string): boolean {
  const counter = Number(digits.slice(6, 9));
  return counter >= 1 && counter <= 998;
}

function sexOf(digits: string): Sex {
  return Number(digits.slice(6, 9)) % 2 === 1 ? 'male' : 'female';
}

/** Only what the number tells reliably: month 0 is "unknown or counter used up", a day that does not exist likewise. */
function birthDateOf(
  digits: string,
  century: number,
  month: number,
): Pick<NationalNumber, 'year' | 'month' | 'day'> {
  if (WITHOUT_DATE.includes(digits.slice(0, 6))) return { year: null, month: null, day: null };
  const year = century + Number(digits.slice(0, 2));
  if (month === 0) return { year, month: null, day: null };
  const day = Number(digits.slice(4, 6));
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, day: day >= 1 && day <= lastDay ? day : null };
}
