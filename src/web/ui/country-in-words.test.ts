import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { languages } from '../../base/language.ts';
import { parseCountryCode } from '../../domain/eidas-country/index.ts';
import { asInWords, countryInWords, unknownCountryInWords } from './country-in-words.ts';
import { openCountryWords } from './country-words.ts';
import { openWords } from './words.ts';

const frameIn = (language: (typeof languages)[number], countries = openCountryWords()) => ({
  words: openWords(language),
  countries,
});

describe('a country inside a sentence', () => {
  test('has the article and the preposition of the language', () => {
    const of = (language: (typeof languages)[number], code: string) => {
      const { theCountry, inCountry, ofCountry, fromCountry } = countryInWords(frameIn(language), code);
      return [theCountry, inCountry, ofCountry, fromCountry].join(', ');
    };
    assert.equal(
      of('en', 'NL'),
      'the Netherlands, in the Netherlands, of the Netherlands, from the Netherlands',
    );
    assert.equal(of('fr', 'NL'), 'les Pays-Bas, aux Pays-Bas, des Pays-Bas, des Pays-Bas');
    assert.equal(of('fr', 'PT'), 'le Portugal, au Portugal, du Portugal, du Portugal');
    assert.equal(of('fr', 'MT'), 'Malte, à Malte, de Malte, de Malte');
    assert.equal(of('fr', 'EE'), 'l’Estonie, en Estonie, de l’Estonie, d’Estonie');
    assert.equal(of('de', 'SK'), 'die Slowakei, in der Slowakei, der Slowakei, aus der Slowakei');
    assert.equal(of('de', 'EE'), 'Estland, in Estland, von Estland, aus Estland');
    assert.equal(of('nl', 'NL'), 'Nederland, in Nederland, van Nederland, uit Nederland');
  });

  test('is written for every country of Europe with the name that it has on every other page', () => {
    const codes =
      'AT BE BG CH CY CZ DE DK EE EL ES FI FR GB HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
        ' ',
      );
    for (const language of languages)
      for (const code of codes) {
        const { country, theCountry } = countryInWords(frameIn(language), code);
        // German bends the adjective: Vereinigtes Königreich, das Vereinigte Königreich.
        const name = language === 'de' && code === 'GB' ? 'Vereinigte Königreich' : country;
        assert.match(
          theCountry,
          new RegExp(`^((les?|la|die|das|het|the) |l’)?${name}$`),
          `${language} ${code}`,
        );
      }
  });

  test('that an installation calls otherwise, or that nobody wrote forms for, is called by its name', () => {
    const countries = openCountryWords();
    const code = parseCountryCode('NL');
    assert.ok(code !== null);
    countries.learn([{ code, name: { fr: 'Hollande' } }]);
    assert.equal(countryInWords(frameIn('fr', countries), 'NL').fromCountry, 'du pays Hollande');
    assert.equal(countryInWords(frameIn('en'), 'CA').inCountry, 'in Canada');
    assert.equal(unknownCountryInWords(frameIn('fr')).ofCountry, 'de votre pays');
    assert.equal(asInWords('all others').fromCountry, 'all others');
  });

  test('begins with a capital at the begin of a text', () => {
    const catalogue = { 'problem.country-failed': '{theCountry} could not log you in' };
    const words = openWords('en', catalogue as unknown as Parameters<typeof openWords>[1]);
    const forms = countryInWords(frameIn('en'), 'NL');
    assert.equal(words.say('problem.country-failed', forms), 'The Netherlands could not log you in');
    const marked = openWords('fr', {
      'means.lede': '{inCountry}, <b>deux</b> niveaux',
    } as unknown as Parameters<typeof openWords>[1]);
    const values = { ...countryInWords(frameIn('fr'), 'NL'), application: '', level: '' };
    assert.equal(marked.mark('means.lede', values).toString(), 'Aux Pays-Bas, <strong>deux</strong> niveaux');
  });
});
