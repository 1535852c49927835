import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { languages } from './language.ts';
import { nationalitiesIn, nationalityCodes, parseNationality } from './nationalities.ts';

/** Territories of ISO 3166-1 without people, or whose people are nationals of the state that they belong to. */
const noNationals = [
  'AQ',
  'AX',
  'BV',
  'FO',
  'GF',
  'GI',
  'GL',
  'GU',
  'HM',
  'IM',
  'IO',
  'JE',
  'PR',
  'RE',
  'TF',
  'UM',
];

describe('a nationality is read', () => {
  for (const language of languages)
    test(`by the name that the list has for it in ${language}, however it is typed`, () => {
      for (const [code, name] of nationalitiesIn(language)) {
        assert.equal(parseNationality(name), code, name);
        assert.equal(parseNationality(`  ${name.toUpperCase()} `), code, name);
        assert.equal(parseNationality(name.normalize('NFD')), code, name);
      }
    });

  test('by its code of two letters, in capitals or not', () => {
    for (const code of nationalityCodes) {
      assert.equal(parseNationality(code), code);
      assert.equal(parseNationality(code.toLowerCase()), code);
    }
    assert.equal(parseNationality('EL'), 'GR', 'as eIDAS writes Greece');
  });

  test('by the code that a passport has in its machine-readable zone', () => {
    const codes = {
      MAR: 'MA',
      DEU: 'DE',
      D: 'DE',
      GBR: 'GB',
      GBD: 'GB',
      GBN: 'GB',
      RKS: 'XK',
      HKG: 'HK',
      CHE: 'CH',
    };
    for (const [typed, code] of Object.entries(codes)) assert.equal(parseNationality(typed), code, typed);
  });

  test('by the word for somebody who has it, in four languages', () => {
    const words: readonly (readonly [code: string, ...words: string[]])[] = [
      ['DE', 'Duitse', 'allemande', 'deutsch', 'German'],
      ['FR', 'Franse', 'française', 'französisch', 'French'],
      ['NL', 'Nederlandse', 'néerlandaise', 'niederländisch', 'Dutch'],
      ['GR', 'Griekse', 'grecque', 'griechisch', 'Greek'],
      ['MA', 'Marokkaanse', 'marocaine', 'marokkanisch', 'Moroccan'],
      ['GB', 'Britse', 'britannique', 'britische', 'British'],
      ['PL', 'Poolse', 'polonaise', 'polnische', 'Polish'],
    ];
    for (const [code, ...each] of words)
      for (const word of each) assert.equal(parseNationality(word), code, word);
  });

  test('by a name that was or is in use besides', () => {
    const names = {
      Zaïre: 'CD',
      'Ivory Coast': 'CI',
      'Côte d’Ivoire': 'CI',
      Swaziland: 'SZ',
      Burma: 'MM',
      Türkiye: 'TR',
      USA: 'US',
    };
    for (const [typed, code] of Object.entries(names)) assert.equal(parseNationality(typed), code, typed);
  });

  test('as having none, by its name or by the code of passports', () => {
    for (const typed of ['staatloos', 'apatride', 'staatenlos', 'Stateless', 'XXA', 'QS'])
      assert.equal(parseNationality(typed), 'QS', typed);
  });

  test('as unknown, by its name or by the codes that passports of refugees have', () => {
    for (const typed of ['onbekend', 'inconnue', 'ungeklärt', 'Unknown', 'XXB', 'XXC', 'XXX', 'QU'])
      assert.equal(parseNationality(typed), 'QU', typed);
  });
});

describe('no nationality', () => {
  test('is a territory that nobody is a national of, by name or by code', () => {
    for (const code of noNationals) {
      assert.equal(parseNationality(code), null, code);
      for (const language of languages) {
        const name = new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? '';
        assert.equal(parseNationality(name), null, name);
        assert.ok(!nationalitiesIn(language).some(([each]) => each === code), name);
      }
    }
    assert.equal(parseNationality('Antarctica'), null);
    assert.equal(parseNationality('ATA'), null);
  });

  test('is what names no country', () => {
    for (const typed of [
      '',
      ' ',
      '-',
      'Atlantis',
      'EU',
      'ZZ',
      'constructor',
      '__proto__',
      '🇩🇪',
      'a'.repeat(1_000_000),
    ])
      assert.equal(parseNationality(typed), null, typed.slice(0, 20));
  });
});

test('the list stands in the alphabetical order of its language, with having none and not knowing it behind the countries', () => {
  for (const language of languages) {
    const all = nationalitiesIn(language);
    assert.deepEqual(
      all
        .slice(-2)
        .map(([code]) => code)
        .toSorted(),
      ['QS', 'QU'],
    );
    const names = all.slice(0, -2).map(([, name]) => name);
    assert.deepEqual(names, names.toSorted(new Intl.Collator(language).compare));
    assert.equal(new Set(names).size, names.length);
  }
});
