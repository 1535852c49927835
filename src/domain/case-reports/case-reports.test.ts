import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type CountryOutcomes, casesOf, showOutcomes, writeCsv } from './index.ts';

const country = (code: string, linked: number, newNumber = 0, refused = 0): CountryOutcomes => ({
  country: code,
  linked,
  newNumber,
  refused,
});

describe('outcomes per country', () => {
  test('tell countries with many cases, and those with few together', () => {
    const shown = showOutcomes([
      country('DE', 3, 3),
      country('NL', 20),
      country('EE', 2),
      country('LT', 1, 1, 1),
    ]);
    assert.deepEqual(
      shown.countries.map((each) => each.country),
      ['NL', 'DE'],
    );
    assert.deepEqual(shown.others, { linked: 3, newNumber: 1, refused: 1 });
  });

  test('never tell a country that could be worked out from the others', () => {
    const one = showOutcomes([country('DE', 6), country('NL', 20), country('EE', 2)]);
    assert.deepEqual(
      one.countries.map((each) => each.country),
      ['NL'],
    );
    assert.deepEqual(one.others, { linked: 8, newNumber: 0, refused: 0 });
    assert.deepEqual(showOutcomes([country('EE', 2)]), { countries: [], others: null });
  });

  test('lose no case that may be told, and show none that may not', () => {
    const some = fc.array(
      fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)).map(([a, b, c]) => country('', a, b, c)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (counts) => {
        const all = counts
          .map((each, place) => ({ ...each, country: `C${place}` }))
          .filter((each) => casesOf(each) > 0);
        const { countries, others } = showOutcomes(all);
        assert.ok(countries.every((each) => casesOf(each) >= 5));
        assert.ok(others === null || casesOf(others) >= 5);
        const total = all.reduce((sum, each) => sum + casesOf(each), 0);
        const told = countries.reduce((sum, each) => sum + casesOf(each), 0) + (others ? casesOf(others) : 0);
        assert.ok(told === total || total < 5);
        assert.ok(
          others === null || all.length - countries.length !== 1,
          'one hidden country is the total less the rest',
        );
      }),
    );
  });
});

describe('comma-separated values', () => {
  test('quote what needs it', () => {
    assert.equal(
      writeCsv([
        ['a', 1, null],
        ['b, "c"', 2.5, 'd'],
      ]),
      '\ufeffa,1,\r\n"b, ""c""",2.5,d\r\n',
    );
  });

  test('are never a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://evil.example")'])
      assert.match(writeCsv([[text]]), /^\ufeff"'/, text);
    for (const text of ['＝1+1', ' =1+1', '\u00a0@SUM(A1)'])
      assert.match(writeCsv([[text]]), /^\ufeff"'/, text);
  });

  test('are never a formula where a semicolon begins a new cell either', () => {
    for (const text of ['Jan;=1+1', 'Jan; +1', 'Jan\t-1', 'Jan";"=1'])
      assert.match(writeCsv([[text]]), /[;\t]'/, text);
    assert.equal(writeCsv([['Jean-Luc; a-b']]), '\ufeffJean-Luc; a-b\r\n');
  });
});
