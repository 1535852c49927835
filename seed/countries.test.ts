import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type EidasCountry, offerCountries, searchCountries } from '../src/domain/eidas-country/index.ts';
import { parseCountry } from '../src/files/descriptions/country/country-file.ts';
import { verifyCountry } from '../src/protocols/eidas/index.ts';

const file = new URL('./countries.json', import.meta.url);
const descriptions = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly code: string }[];

async function read(description: unknown): Promise<EidasCountry> {
  const kept = { find: async () => null, list: async () => [] };
  const frame = { file: 'seed/countries.json', kept, verify: verifyCountry, at: new Date('2026-11-22') };
  const parsed = await parseCountry(description, frame);
  assert.equal(parsed.kind, 'parsed', JSON.stringify(parsed));
  return (parsed as Extract<typeof parsed, { kind: 'parsed' }>).item;
}

describe('the countries that come with Sluis', () => {
  test('are every state of the EU and the EEA, the United Kingdom and Switzerland, once', async () => {
    const expected =
      'AT BE BG CH CY CZ DE DK EE EL ES FI FR GB HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';
    assert.equal(descriptions.map((each) => each.code).join(' '), expected);
  });

  test('can be applied, have a name in four languages and say where they come from', async () => {
    for (const description of descriptions) {
      const country = await read(description);
      assert.deepEqual(Object.keys(country.name), ['nl', 'fr', 'de', 'en'], country.code);
      assert.ok(country.source, country.code);
    }
  });

  test('say what people with a French or British eID can do instead, in four languages', async () => {
    for (const code of ['FR', 'GB']) {
      const { status } = await read(descriptions.find((each) => each.code === code));
      assert.ok(status.kind === 'closed' && status.closure.reason === 'registration-office', code);
      assert.deepEqual(Object.keys(status.closure.text ?? {}), ['nl', 'fr', 'de', 'en']);
    }
  });

  test('are found by their own names', async () => {
    const countries = await Promise.all(descriptions.map(read));
    const offers = offerCountries({
      countries,
      health: [],
      required: 'substantial',
      at: new Date('2026-11-22'),
    });
    for (const [query, code] of [
      ['Ελλάδα', 'EL'],
      ['Lëtzebuerg', 'LU'],
      ['Malta', 'MT'],
      ['Éire', 'IE'],
      ['Ísland', 'IS'],
      ['Slovensko', 'SK'],
      ['Suomi', 'FI'],
      ['Schweiz', 'CH'],
    ] as const) {
      assert.ok(
        searchCountries(offers, query).some((offer) => offer.country.code === code),
        query,
      );
    }
  });
});
