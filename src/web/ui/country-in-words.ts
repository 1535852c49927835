import { type EidasCountry, parseCountryCode } from '../../domain/eidas-country/index.ts';
import type { CountryForm, CountryInWords } from '../texts/country-forms.ts';
import { isPlainKey } from '../texts/index.ts';
import type { Frame } from './frame.ts';

type Named = Pick<EidasCountry, 'code' | 'name'>;

/**
 * A country for the holes of a text, as it is kept or by its code: with the article and the preposition that the language gives it. A country that an
 * installation calls otherwise, or that has no forms, is called by its name alone.
 */
export function countryInWords(
  { words, countries }: Pick<Frame, 'words' | 'countries'>,
  country: Named | string,
): CountryInWords {
  const { language } = words;
  const isCode = typeof country === 'string';
  const name = isCode ? countries.nameOf(country, language) : countries.name(country, language);
  const known = isCode ? parseCountryCode(country) : country.code;
  const isOrdinary = known !== null && name === countries.ordinaryName(known, language);
  const formOf = (form: CountryForm): string => {
    const own = `countryForm.${known}.${form}`;
    return isOrdinary && isPlainKey(own) ? words.say(own) : words.say(`countryForm.other.${form}`, { name });
  };
  return inHoles(name, formOf);
}

/** The country of somebody of whom it is not known where they come from. */
export function unknownCountryInWords({ words }: Pick<Frame, 'words'>): CountryInWords {
  return inHoles(words.say('problem.someCountry'), (form) => words.say(`countryForm.unknown.${form}`));
}

/** What is no country and stands where one would: its words as they are. */
export function asInWords(words: string): CountryInWords {
  return inHoles(words, () => words);
}

function inHoles(country: string, formOf: (form: CountryForm) => string): CountryInWords {
  return {
    country,
    theCountry: formOf('the'),
    inCountry: formOf('in'),
    ofCountry: formOf('of'),
    fromCountry: formOf('from'),
  };
}
