import { countryCodes } from '../../base/countries.ts';
import { foldText } from '../../base/fold-text.ts';
import type { SpokenLanguage } from '../../base/language.ts';
import { nationalitiesIn, parseNationality } from '../../base/nationalities.ts';
import {
  type CountryCode,
  type CountryNames,
  type CountryOffer,
  type CountryOrder,
  countryName,
  countryOrder,
  type EidasCountry,
  namesOfCountries,
  parseCountryCode,
} from '../../domain/eidas-country/index.ts';

type Named = Pick<EidasCountry, 'code' | 'name'>;

/** Names of countries for pages, reckoned once per country: the Unicode data take milliseconds to ask. */
export type CountryWords = {
  /** Takes the names that the countries were given: from then on each is called by them, wherever only its code is at hand. */
  learn(countries: readonly Named[]): void;
  name(country: Named, language: SpokenLanguage): string;
  /** The name of a country by its code as eIDAS or ISO writes it (`EL`, `GR`); what is no code of a country stays as it is. */
  nameOf(code: string, language: SpokenLanguage): string;
  /** The name that the Unicode data have, whatever an installation calls it. */
  ordinaryName(code: CountryCode, language: SpokenLanguage): string;
  /** Offers in the alphabetical order of a language. */
  inOrder(offers: readonly CountryOffer[], language: SpokenLanguage): readonly CountryOffer[];
  /** Every European name of each country, for the search on the server. */
  allNames(countries: readonly Named[]): CountryNames;
  /** The same, folded for the search in the browser: `germany|deutschland|…`. */
  folded(country: Named): string;
  /** Every country of the world as code and name, in the alphabetical order of a language. */
  world(language: SpokenLanguage): readonly (readonly [code: string, name: string])[];
  /** Every nationality in the same order, having none and not knowing it behind them. */
  nationalities(language: SpokenLanguage): readonly (readonly [code: string, name: string])[];
  /** The name of a nationality by its code, as a country or an eID gave it; text that is no code stays as it is. */
  nationality(code: string, language: SpokenLanguage): string;
};

/** Opens the names; what it remembers depends on nothing but the country as given. */
export function openCountryWords(): CountryWords {
  const names = new Map<string, string>();
  const all = new Map<string, readonly string[]>();
  const folds = new Map<string, string>();
  const orders = new Map<string, CountryOrder>();
  const worlds = new Map<string, readonly (readonly [string, string])[]>();
  const given = new Map<CountryCode, Named['name']>();
  const known = ({ code, name }: Named): Named => ({
    code,
    name: Object.keys(name).length > 0 ? name : (given.get(code) ?? name),
  });
  const keyOf = ({ code, name }: Named): string => `${code}:${JSON.stringify(name)}`;

  function remember<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
    const known = cache.get(key);
    if (known !== undefined) return known;
    // Country data changes rarely; a cache that outgrew every plausible Europe begins again.
    if (cache.size > 1000) cache.clear();
    const made = make();
    cache.set(key, made);
    return made;
  }
  const allOf = (country: Named): readonly string[] =>
    remember(all, keyOf(country), () => namesOfCountries([country]).get(country.code) ?? []);

  const nameIn = (asked: Named, language: SpokenLanguage): string => {
    const country = known(asked);
    return remember(names, `${language}:${keyOf(country)}`, () => countryName(country, language));
  };
  const mark = (): string => JSON.stringify([...given]);
  const nationalities = (language: SpokenLanguage) =>
    remember(worlds, `nationalities ${language} ${mark()}`, () =>
      nationalitiesIn(language).map(([code, name]) => {
        // What is offered is what is taken: a name that a country was given here need not be one that is read.
        const own = ownName(code, language);
        return [code, own !== null && parseNationality(own) === code ? own : name] as const;
      }),
    );
  const ownName = (text: string, language: SpokenLanguage): string | null => {
    const code = codeOf(text);
    return code !== null && given.has(code) ? nameIn({ code, name: {} }, language) : null;
  };
  return {
    learn(countries) {
      given.clear();
      for (const { code, name } of countries) if (Object.keys(name).length > 0) given.set(code, name);
    },
    name: nameIn,
    nameOf(text, language) {
      const code = codeOf(text);
      return code === null ? text : nameIn({ code, name: {} }, language);
    },
    ordinaryName: (code, language) =>
      remember(names, `${language} ordinary ${code}`, () => countryName({ code, name: {} }, language)),
    inOrder: (offers, language) =>
      remember(orders, language, () => countryOrder(language, (country) => nameIn(country, language)))(
        offers,
      ),
    allNames: (countries) => new Map(countries.map((country) => [country.code, allOf(country)])),
    folded: (country) =>
      remember(folds, keyOf(country), () =>
        [...new Set([country.code, ...allOf(country)].map(foldText))].join('|'),
      ),
    world: (language) => {
      const key = `${language} ${mark()}`;
      return remember(worlds, key, () => countriesOfTheWorld(language, ownName));
    },
    nationalities,
    nationality(code, language) {
      const known = parseNationality(code);
      if (known === null) return code;
      return (
        ownName(known, language) ?? nationalities(language).find(([each]) => each === known)?.[1] ?? code
      );
    },
  };
}

/** Nationalities and addresses are written by ISO: Greece is `GR` there. */
function codeOf(text: string): CountryCode | null {
  return parseCountryCode(text === 'GR' ? 'EL' : text);
}

function countriesOfTheWorld(
  language: SpokenLanguage,
  ownName: (code: string, language: SpokenLanguage) => string | null,
): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return countryCodes
    .map((code) => [code, ownName(code, language) ?? names.of(code) ?? code] as const)
    .sort(([, one], [, other]) => compare(one, other));
}
