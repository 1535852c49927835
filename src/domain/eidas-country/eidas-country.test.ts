import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type CountryHealth,
  countryName,
  countryOrder,
  type EidasCountry,
  isTestCountry,
  offerCountries,
  parseCountryCode,
  searchCountries,
} from './index.ts';

const at = new Date('2026-11-22T12:00:00Z');

function country(code: string, changes: Partial<EidasCountry> = {}): EidasCountry {
  const parsed = parseCountryCode(code);
  assert.ok(parsed);
  return {
    code: parsed,
    name: {},
    status: { kind: 'open' },
    means: [{ name: 'Card', assurance: 'high', notifiedOn: null }],
    persistence: 'B',
    metadata: '<md/>',
    trust: [],
    binding: null,
    entityId: null,
    signers: [],
    refreshFrom: null,
    validFrom: null,
    validUntil: null,
    source: null,
    ...changes,
  };
}

function standing(
  changes: Partial<EidasCountry>,
  health: CountryHealth['kind'] | null = null,
  required: 'substantial' | 'high' = 'substantial',
) {
  const one = country('DE', changes);
  const known = health ? [{ code: one.code, kind: health, since: at, detail: null }] : [];
  const [offer] = offerCountries({ countries: [one], health: known, required, at });
  return offer?.usable.kind === 'not-usable' ? offer.usable.closure.reason : offer?.usable.kind;
}

describe('a country on the page of flags', () => {
  test('is usable when open, in force, strong enough, connected and healthy', () => {
    assert.equal(standing({}), 'usable');
    assert.equal(standing({}, 'working'), 'usable');
    assert.equal(standing({}, 'metadata-expiring'), 'usable');
    assert.equal(standing({ means: [] }), 'usable');
  });

  test('is not usable, with the reason, otherwise', () => {
    const text = { en: 'Go to a registration office.' };
    assert.equal(
      standing({ status: { kind: 'closed', closure: { reason: 'registration-office', text } } }),
      'registration-office',
    );
    assert.equal(standing({ metadata: null }), 'not-connected');
    assert.equal(standing({}, 'metadata-expired'), 'temporary-problem');
    assert.equal(standing({}, 'failing'), 'temporary-problem');
    const weak = { means: [{ name: 'App', assurance: 'substantial', notifiedOn: null }] } as const;
    assert.equal(standing(weak, null, 'substantial'), 'usable');
    assert.equal(standing(weak, null, 'high'), 'level-too-low');
  });

  test('is in force from midnight in Brussels until just before the last date', () => {
    assert.equal(standing({ validFrom: '2026-11-22', validUntil: '2026-11-23' }), 'usable');
    assert.equal(standing({ validFrom: '2026-11-23' }), 'not-connected');
    assert.equal(standing({ validUntil: '2026-11-22' }), 'not-connected');
    const late = new Date('2026-11-22T23:30:00Z');
    const [offer] = offerCountries({
      countries: [country('DE', { validFrom: '2026-11-23' })],
      health: [],
      required: 'high',
      at: late,
    });
    assert.equal(offer?.usable.kind, 'usable');
  });
});

describe('a country code', () => {
  test('from XA to XZ is that of a test country, which nobody sees where real people log in', () => {
    const sweden = country('XA', { name: { en: 'Swedish test', sv: 'Svensk test' } as EidasCountry['name'] });
    for (const code of ['XA', 'XK', 'XZ']) assert.ok(isTestCountry(country(code).code), code);
    for (const code of ['DE', 'EL', 'EU']) assert.ok(!isTestCountry(country(code).code), code);
    const ask = { countries: [sweden, country('DE')], health: [], required: 'high', at } as const;
    const shown = (testCountries?: boolean) =>
      offerCountries(testCountries === undefined ? ask : { ...ask, testCountries }).map(
        (offer) => offer.country.code as string,
      );
    assert.deepEqual(shown(), ['DE']);
    assert.deepEqual(shown(false), ['DE']);
    assert.deepEqual(shown(true), ['XA', 'DE']);
    assert.equal(countryName(sweden, 'en'), 'Swedish test (test)');
    assert.equal(countryName(country('XB'), 'de'), 'XB (Test)');
  });

  test('is ISO as eIDAS writes it', () => {
    for (const code of ['DE', 'EL', 'EU', 'GB', 'LI']) assert.equal(parseCountryCode(code), code);
    for (const code of ['GR', 'UK', 'de', 'D', 'DEU', 'ZZ', 'AN', ''])
      assert.equal(parseCountryCode(code), null, code);
  });
});

describe('the search for a country', () => {
  const codes = ['AT', 'BE', 'BG', 'CZ', 'DE', 'EL', 'ES', 'GB', 'HR', 'NL', 'NO', 'SE'];
  const offers = offerCountries({
    countries: codes.map((code) => country(code)),
    health: [],
    required: 'high',
    at,
  });
  const found = (query: string) =>
    searchCountries(offers, query).map((offer) => offer.country.code as string);

  for (const [query, code] of [
    ['Germany', 'DE'],
    ['duitsland', 'DE'],
    ['Allemagne', 'DE'],
    ['Niemcy', 'DE'],
    ['Deutschl', 'DE'],
    ['ελλάδα', 'EL'],
    ['ΕΛΛΑΔΑ', 'EL'],
    ['GR', 'EL'],
    ['el', 'EL'],
    ['osterreich', 'AT'],
    ['Österreich', 'AT'],
    ['česko', 'CZ'],
    ['българия', 'BG'],
    ['España', 'ES'],
    ['espana', 'ES'],
    ['UK', 'GB'],
    ['kingdom', 'GB'],
    ['Belgia', 'BE'],
    ['  sverige ', 'SE'],
  ] as const) {
    test(`finds ${code} by "${query}"`, () => assert.ok(found(query).includes(code)));
  }

  test('finds all with an empty query, none with nonsense, and never fails', () => {
    assert.deepEqual(found('  '), codes);
    assert.deepEqual(found('Atlantis'), []);
    assert.deepEqual(found('('.repeat(100_000)), codes);
    assert.deepEqual(found('[a-z]*'), []);
  });

  test('does not find by the middle of a word', () => assert.ok(!found('land').includes('DE')));
});

describe('the order of countries', () => {
  const offers = offerCountries({
    countries: ['SE', 'AT', 'NO', 'DE', 'EL'].map((code) => country(code)),
    health: [],
    required: 'high',
    at,
  });

  test('is the alphabet of the language of the page', () => {
    const names = (language: 'de' | 'nl') =>
      countryOrder(language, (country) => countryName(country, language))(offers).map((offer) =>
        countryName(offer.country, language),
      );
    assert.deepEqual(names('de'), ['Deutschland', 'Griechenland', 'Norwegen', 'Österreich', 'Schweden']);
    assert.deepEqual(names('nl'), ['Duitsland', 'Griekenland', 'Noorwegen', 'Oostenrijk', 'Zweden']);
  });

  test('goes by the name that the country was given, if it was', () => {
    assert.equal(countryName(country('CZ', { name: { en: 'Czech Republic' } }), 'en'), 'Czech Republic');
    assert.equal(countryName(country('EU'), 'en'), 'European Union');
  });
});
