/** The ways in which a country stands inside a sentence: *the Netherlands, in the Netherlands, of …, from …*. */
export const countryForms = ['the', 'in', 'of', 'from'] as const;
export type CountryForm = (typeof countryForms)[number];

/** A country for the holes of a text: its bare name, and each form with the article and preposition of the language. */
export type CountryInWords = {
  readonly country: string;
  readonly theCountry: string;
  readonly inCountry: string;
  readonly ofCountry: string;
  readonly fromCountry: string;
};

/** The names of these holes. A text may hold any of them, whichever its language needs: they are one value. */
export const holesOfCountry: readonly (keyof CountryInWords)[] = [
  'country',
  'theCountry',
  'inCountry',
  'ofCountry',
  'fromCountry',
];

/** Whether a hole of a text is a form of a country, with an article or a preposition: not its bare name. */
export function isFormOfCountry(name: string): boolean {
  return name !== 'country' && isHoleOfCountry(name);
}

/** Whether a hole of a text is one of a country. */
export function isHoleOfCountry(name: string): boolean {
  return holesOfCountry.some((each) => each === name);
}
