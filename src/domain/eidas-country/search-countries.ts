import { type CountryNames, namesOfCountries } from './country-name.ts';
import type { CountryOffer } from './model.ts';

const LONGEST_QUERY = 100;

/** Codes by which people know a country besides the one eIDAS uses. */
const OTHER_CODES: Readonly<Record<string, string>> = { EL: 'GR', GB: 'UK' };

/**
 * The offers that a query means, in their order: a word of the name in any European language begins with it, or it is the code
 * (`EL` and `GR`, `UK` and `GB`). Capitals and diacritics do not matter. An empty query means all.
 */
export function searchCountries(
  offers: readonly CountryOffer[],
  query: string,
  namesInAllLanguages: CountryNames = namesOfCountries(offers.map((offer) => offer.country)),
): readonly CountryOffer[] {
  const asked = fold(query.slice(0, LONGEST_QUERY));
  if (asked === '') return offers;
  return offers.filter(({ country }) => {
    const codes = [country.code, OTHER_CODES[country.code]].map((code) => code?.toLowerCase());
    const names = namesInAllLanguages.get(country.code) ?? Object.values(country.name);
    return codes.includes(asked) || names.some((name) => ` ${fold(name)}`.includes(` ${asked}`));
  });
}

/** Letters and digits alone, without diacritics, in lower case, words apart by one space. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
