import { IntlMessageFormat } from 'intl-messageformat';
import { dayOf, ZONE } from '../../base/calendar.ts';
import { colonIn, dateWriter, localeOf } from '../../base/in-writing.ts';
import type { SpokenLanguage } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import { isFormOfCountry } from '../texts/country-forms.ts';
import { catalogueIn, type TextKey } from '../texts/index.ts';
import type { Given, GivenToMark, PlainKey, SpokenKey } from '../texts/values.ts';
import { type Fragment, type Html, html } from './html.ts';

/** What stands in the holes of a text. */
type TextValues = Readonly<Record<string, string | number>>;

/** A text, and the form of a country that it begins with. */
type Compiled = { readonly text: IntlMessageFormat; readonly begins: string | null };

/** All that is said in one language: texts by key, dates, lists. */
export type Words = {
  readonly language: SpokenLanguage;
  /** A text as plain characters; the template escapes it. */
  say<Key extends SpokenKey>(key: Key, ...values: Given<Key>): string;
  /** A text with a colon behind it, for what stands before a value. */
  label(key: PlainKey): string;
  /** The texts for 0, 1, … `total`, for a script that counts: `0 countries|1 country|…`. */
  counts(key: TextKey, total: number): string;
  /** A text with `<b>` and `<a>` in it: `<a>` becomes a link to `links[n]` in order of appearance. Values are escaped. */
  mark<Key extends TextKey>(key: Key, ...given: GivenToMark<Key>): Html;
  /** `3 March 2026`. Takes a calendar date (`YYYY-MM-DD`) or a moment. */
  date(date: string | Date): string;
  /** `3 Mar 2026`, for tables. */
  shortDate(date: CalendarDate | Date): string;
  /** `3 March 2026 at 10:14`, Belgian time. */
  moment(moment: Date): string;
  /** `a, b and c`. */
  list(items: readonly string[]): string;
  /** A language in its own words, as the first word of a line. */
  nameOfLanguage(language: SpokenLanguage): string;
};

/** Opens the words of one language; compiled texts are kept for the life of the returned value. */
export function openWords(
  language: SpokenLanguage,
  catalogue: Readonly<Record<TextKey, string>> = catalogueIn(language),
): Words {
  const locale = localeOf(language);
  const compiled = new Map<TextKey, Compiled>();
  const dates = dateWriter(language, { dateStyle: 'long', timeZone: 'UTC' });
  const moments = dateWriter(language, { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE });
  const shortDates = dateWriter(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

  function message(key: TextKey): Compiled {
    const known = compiled.get(key);
    if (known) return known;
    const first = /^\{(\w+)\}/.exec(catalogue[key])?.[1] ?? '';
    const made = {
      text: new IntlMessageFormat(catalogue[key], locale),
      begins: isFormOfCountry(first) ? first : null,
    };
    compiled.set(key, made);
    return made;
  }

  /** The forms of a country begin small; a text that begins with one does not. */
  function fitted({ begins }: Compiled, values: TextValues | undefined): TextValues | undefined {
    const form = begins === null ? undefined : values?.[begins];
    if (begins === null || typeof form !== 'string') return values;
    return { ...values, [begins]: `${form.charAt(0).toLocaleUpperCase(locale)}${form.slice(1)}` };
  }

  const plain = new Map<TextKey, string>();
  const counted = new Map<string, string>();
  // As many as there are languages with texts. To ask the Unicode data costs as much as all the rest of a page.
  const namesOfLanguages = new Map<SpokenLanguage, string>();
  const format = (key: TextKey, values?: TextValues): string => {
    const compiled = message(key);
    return String(compiled.text.format(fitted(compiled, values)));
  };

  return {
    language,
    say(key, ...[values]) {
      if (values) return format(key, values);
      const known = plain.get(key) ?? format(key);
      plain.set(key, known);
      return known;
    },
    label: (key) => `${format(key)}${colonIn(language)}`,
    counts(key, total) {
      const name = `${key}:${total}`;
      const known =
        counted.get(name) ??
        Array.from({ length: total + 1 }, (_, count) => format(key, { count, minutes: count })).join('|');
      // As many entries as there are lengths of lists; a list longer than any that was thought of is not kept.
      if (total < 1000) counted.set(name, known);
      return known;
    },
    mark(key, ...[values, links = []]) {
      let next = 0;
      const compiled = message(key);
      const parts = compiled.text.format<Fragment>({
        ...fitted(compiled, values as TextValues | undefined),
        b: (inner) => html`<strong>${inner}</strong>`,
        a: (inner) => html`<a href="${links[next++] ?? '#'}">${inner}</a>`,
      });
      return html`${parts}`;
    },
    date: (date) => dates(midnightOf(date)),
    shortDate: (date) => shortDates(midnightOf(date)),
    moment: moments,
    list: (items) => lists.format(items),
    nameOfLanguage(language) {
      const known = namesOfLanguages.get(language) ?? nameOfLanguage(language);
      namesOfLanguages.set(language, known);
      return known;
    },
  };
}

function nameOfLanguage(language: SpokenLanguage): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

/** Midnight in UTC of a day, or of the day in Belgium that a moment is on: what the formats of dates write. */
function midnightOf(date: string | Date): Date {
  return new Date(`${typeof date === 'string' ? date : dayOf(date)}T00:00:00Z`);
}
