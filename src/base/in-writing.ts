import { isLanguage, type Language, type SpokenLanguage } from './language.ts';

/** The locale whose conventions each of the four languages follows in Belgium. */
const locales: Readonly<Record<Language, string>> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  de: 'de-BE',
  en: 'en-GB',
};

/** The locale of a language: as in Belgium where it is spoken there, else of that language alone. */
export function localeOf(language: SpokenLanguage): string {
  return isLanguage(language) ? locales[language] : language;
}

/** The colon after a word: French keeps it on the line of that word, behind a space that does not break. */
export function colonIn(language: SpokenLanguage): string {
  return language === 'fr' ? '\u00a0:' : ':';
}

/** Writes days or moments in a language. French has `1er mars` for the first of a month, which the data of `Intl` leave out. */
export function dateWriter(
  language: SpokenLanguage,
  options: Intl.DateTimeFormatOptions,
): (moment: Date) => string {
  const format = new Intl.DateTimeFormat(localeOf(language), options);
  if (language !== 'fr') return (moment) => format.format(moment);
  const written = ({ type, value }: Intl.DateTimeFormatPart) =>
    type === 'day' && value === '1' ? '1er' : value;
  return (moment) => format.formatToParts(moment).map(written).join('');
}

/** Until when something may be done or holds, that whole day included. The only way in which pages and mails say so. */
export const untilEndOf: Readonly<Record<Language, (day: string) => string>> = {
  nl: (day) => `tot en met ${day}`,
  fr: (day) => `jusqu’au ${day} inclus`,
  de: (day) => `bis zum Ende des ${day}`,
  en: (day) => `until the end of ${day}`,
};

/** By when something has to be done, that whole day included. The only way in which pages and mails say so. */
export const atTheLatest: Readonly<Record<Language, (day: string) => string>> = {
  nl: (day) => `uiterlijk op ${day}`,
  fr: (day) => `au plus tard le ${day}`,
  de: (day) => `spätestens am ${day}`,
  en: (day) => `on ${day} at the latest`,
};
