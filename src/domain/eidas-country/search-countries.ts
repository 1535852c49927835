import { foldText } from '../../base/fold-text.ts';
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
  const asked = foldText(query.slice(0, LONGEST_QUERY));
  if (asked === '') return offers;
  return offers.filter(({ country }) => {
    const codes = [country.code, OTHER_CODES[country.code]].map((code) => code?.toLowerCase());
    const names = namesInAllLanguages.get(country.code) ?? Object.values(country.name);
    return codes.includes(asked) || names.some((name) => ` ${foldText(name)}`.includes(` ${asked}`));
  });
}
