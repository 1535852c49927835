import type { Brand } from './brand.ts';

/** The four languages in which every text exists; Dutch first, as the Flemish administration speaks it. */
export const languages = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof languages)[number];

/** A language in which the path of a login exists besides the four: two letters (ISO 639-1), by which its texts are found. */
export type PathLanguage = Brand<string, 'PathLanguage'>;
/** A language that a page can be in. */
export type SpokenLanguage = Language | PathLanguage;

/** A text per language; what is missing falls back along `fallback`. At least one is present (checked by the parser at the edge). */
export type LocalizedText = Readonly<Partial<Record<Language, string>>>;

const fallback: readonly Language[] = ['en', 'nl', 'fr', 'de'];

/** True for a language in which every text exists. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** Reads the code of a language besides the four; `null` when it is none. */
export function parsePathLanguage(text: string): PathLanguage | null {
  return /^[a-z]{2}$/.test(text) && !isLanguage(text) ? (text as PathLanguage) : null;
}

/** The one of the four for what does not exist in a language of the path: English. */
export function nearestLanguage(language: SpokenLanguage): Language {
  return isLanguage(language) ? language : 'en';
}

/** The text in this language, or in the nearest one that exists; the empty string when there is none at all. */
export function textIn(text: LocalizedText, language: SpokenLanguage): string {
  const own = isLanguage(language) ? text[language] : undefined;
  return own ?? fallback.map((each) => text[each]).find((each) => each !== undefined) ?? '';
}

/** The languages that the path of a login is offered in. */
export type SpokenLanguages = {
  /** The four, and the others behind them. */
  readonly all: readonly SpokenLanguage[];
  /** The language of this code, where it is offered. */
  parse(value: unknown): SpokenLanguage | null;
};

/** The four languages, and these besides. */
export function openLanguages(others: readonly PathLanguage[] = []): SpokenLanguages {
  const all: readonly SpokenLanguage[] = [...languages, ...others];
  return { all, parse: (value) => all.find((language) => language === value) ?? null };
}
