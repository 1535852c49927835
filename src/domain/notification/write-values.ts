import { ZONE } from '../../base/calendar.ts';
import { dateWriter } from '../../base/in-writing.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import { formatNationalNumber, type NationalNumber } from '../person/index.ts';
import type { Values } from './fill-in.ts';
import { hideNumbers } from './hide-numbers.ts';
import type { MailContent } from './mail-content.ts';
import { mailText } from './mail-texts.ts';
import { kindOf } from './placeholders.ts';
import type { MailKey } from './template.ts';
import { mayHoldLinks } from './write-frame.ts';
import { type RightInMail, writeRights } from './write-rights.ts';

type Value = string | number | Redacted<string> | NationalNumber | readonly RightInMail[];

const LONGEST_LINE = 200;
const LONGEST_TEXT = 10_000;

/** A calendar date is the same wherever it is read. */
const days = { dateStyle: 'long', timeZone: 'UTC' } as const;
const dateWriters: Readonly<Record<Language, (day: Date) => string>> = {
  nl: dateWriter('nl', days),
  fr: dateWriter('fr', days),
  de: dateWriter('de', days),
  en: dateWriter('en', days),
};

/** What happened at a time of day is told in that of Belgium, as pages tell it. */
const moments = { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE } as const;
const momentWriters: typeof dateWriters = {
  nl: dateWriter('nl', moments),
  fr: dateWriter('fr', moments),
  de: dateWriter('de', moments),
  en: dateWriter('en', moments),
};

/** Writes the values of a mail as words in its language: the number or a link, never both. */
export function writeValues({ values }: MailContent, language: Language, key: MailKey): Values {
  const entries: readonly (readonly [string, Value])[] = Object.entries(values);
  return Object.fromEntries(
    entries
      .filter(([name]) => name !== (mayHoldLinks(key) ? 'number' : 'link'))
      .map(([name, value]) => [name, writeValue(name, value, language)]),
  );
}

/** Writes one value. Numbers that people typed into names and messages are hidden, whatever the installation chose. */
export function writeValue(name: string, value: Value, language: Language): string {
  if (typeof value === 'number') return amountOf(name, value, language);
  if (value instanceof Redacted) return lineOf(value.reveal());
  if (isList(value)) return hideNumbers(textOf(writeRights(value, language)));
  if (typeof value === 'object') return formatNationalNumber(value);
  if (kindOf(name) === 'date') return dateWriters[language](new Date(`${value}T00:00:00Z`));
  if (kindOf(name) === 'moment') return momentWriters[language](new Date(value));
  if (kindOf(name) === 'link') return value;
  return hideNumbers(kindOf(name) === 'text' ? textOf(value) : lineOf(value));
}

/** What the compiler does not see of a list that only reads. */
function isList(value: Value): value is readonly RightInMail[] {
  return Array.isArray(value);
}

function amountOf(name: string, count: number, language: Language): string {
  if (name !== 'expectedDays' && name !== 'validMinutes') return String(count);
  return `${count} ${mailText(`unit.${name}.${count === 1 ? 'one' : 'other'}`, language)}`;
}

/** Without control characters, without marks that turn the direction of writing, and not an address that a reader makes a link of. */
function lineOf(value: string): string {
  const clean = value.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').replace(DIRECTION_MARKS, '');
  return [...clean.replaceAll('://', ' ').trim()].slice(0, LONGEST_LINE).join('');
}

function textOf(value: string): string {
  const lines = value.replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
  return lines.replace(DIRECTION_MARKS, '').trim().slice(0, LONGEST_TEXT);
}

const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/gu;
