/** The four languages in which every text exists; Dutch first, as the Flemish administration speaks it. */
export const languages = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text per language; what is missing falls back along `fallback`. At least one is present (checked by the parser at the edge). */
export type LocalizedText = Readonly<Partial<Record<Language, string>>>;

const fallback: readonly Language[] = ['en', 'nl', 'fr', 'de'];

/** True for a language that Sluis speaks. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The text in this language, or in the nearest one that exists; the empty string when there is none at all. */
export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? fallback.map((each) => text[each]).find((each) => each !== undefined) ?? '';
}
