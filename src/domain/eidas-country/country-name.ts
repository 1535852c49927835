import { isLanguage, type SpokenLanguage, textIn } from '../../base/language.ts';
import type { CountryCode, CountryOffer, EidasCountry } from './model.ts';
import { isTestCountry } from './parse-country-code.ts';

/** The official languages of the European Union and of the other EEA states: a person may type the name in any of these. */
const EUROPEAN_LANGUAGES =
  'bg cs da de el en es et fi fr ga hr hu is it lt lv mt nb nl nn pl pt ro sk sl sv rm tr lb'.split(' ');

/** The name of a country in a language: the one it was given, or else the one that the Unicode data know. A test country is marked. */
export function countryName(country: Pick<EidasCountry, 'code' | 'name'>, language: SpokenLanguage): string {
  const { code, name } = country;
  const given = isLanguage(language) ? name[language] : undefined;
  if (!isTestCountry(code))
    return given ?? unicodeName(code, new Intl.DisplayNames([language], { type: 'region' }));
  // What the Unicode data call these codes is for tests of another kind.
  return `${textIn(name, language) || code} (${language === 'de' ? 'Test' : 'test'})`;
}

/** Puts offers in order. */
export type CountryOrder = (offers: readonly CountryOffer[]) => readonly CountryOffer[];

/**
 * The alphabetical order of a language, by the names that countries have there: Österreich after Norwegen in German, at the end in Swedish. To be
 * made once: asking the Unicode data for an alphabet costs more than sorting by it.
 */
export function countryOrder(
  language: SpokenLanguage,
  nameOf: (country: EidasCountry) => string,
): CountryOrder {
  const { compare } = new Intl.Collator(language);
  return (offers) =>
    offers
      .map((offer) => ({ offer, name: nameOf(offer.country) }))
      .sort((one, other) => compare(one.name, other.name))
      .map(({ offer }) => offer);
}

/** Every name of some countries, for the search: reckoned once (some milliseconds), handed to each search. */
export type CountryNames = ReadonlyMap<CountryCode, readonly string[]>;

/** The names of countries in every language of the EEA, their own languages included. */
export function namesOfCountries(countries: readonly Pick<EidasCountry, 'code' | 'name'>[]): CountryNames {
  const languages = EUROPEAN_LANGUAGES.map((each) => new Intl.DisplayNames([each], { type: 'region' }));
  const namesOf = (country: Pick<EidasCountry, 'code' | 'name'>) => [
    ...Object.values(country.name),
    ...languages.map((language) => unicodeName(country.code, language)),
  ];
  return new Map(countries.map((country) => [country.code, [...new Set(namesOf(country))]]));
}

/** Unicode follows ISO: Greece is `GR` there. */
function unicodeName(code: CountryCode, names: Intl.DisplayNames): string {
  if (isTestCountry(code)) return code;
  return names.of(code === 'EL' ? 'GR' : code) ?? code;
}
