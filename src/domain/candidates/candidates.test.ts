import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { presentOr } from '../../../test/support/run-clock.ts';
import { nameKeys, placeNames } from '../identity-matching/index.ts';
import { nextBisNumber, seriesFor } from '../number-authority/index.ts';
import type { NationalNumber, RegisteredPerson } from '../person/index.ts';
import { compareBirthDate } from './compare-birth-date.ts';
import { comparePlaces } from './compare-places.ts';
import { foldName, rankCandidates, rankFound, type Sought, searchKeys } from './index.ts';
import { likenessOf } from './likeness-of.ts';

const at = presentOr(new Date('2026-11-22T12:00:00Z'));

function numberWith(counter: number): NationalNumber {
  const [series] = seriesFor({ birthDate: { year: 1985, month: 7, day: 30 }, sex: null }, at);
  const next = series && nextBisNumber(series, counter, at);
  assert.ok(next);
  return next.number;
}

const who: Sought = {
  familyName: { latin: 'Müller', original: null },
  givenNames: { latin: 'Anna Maria', original: null },
  previousNames: [],
  birthDate: { year: 1985, month: 3, day: 7 },
  birthPlace: 'Köln',
  birthCountry: 'DE',
  sex: 'female',
  nationalities: ['DE'],
  municipality: null,
};

const held: RegisteredPerson = {
  number: numberWith(0),
  familyName: 'MUELLER',
  givenNames: 'ANNA MARIA',
  birthDate: who.birthDate,
  birthPlace: 'Keulen',
  sex: 'female',
  nationality: 'DE',
  address: { street: null, postcode: null, municipality: null, country: null },
};

function shown(person: Partial<RegisteredPerson>, sought: Partial<Sought> = {}) {
  return rankFound({ ...who, ...sought }, [{ ...held, ...person }])[0];
}

const date = (year: number | null, month: number | null, day: number | null) => ({ year, month, day });

describe('a candidate', () => {
  test('is strong when name and birth date agree, and everything that agrees is said', () => {
    assert.equal(shown({})?.strength, 'strong');
    assert.deepEqual(shown({})?.reasons, [
      ...['birth-date-same', 'family-name-same', 'given-names-same'],
      ...['birth-place-other-language', 'sex-same', 'nationality-same'],
    ]);
  });

  test('is not strong when the date or the sex differs, or a name is only alike', () => {
    assert.equal(shown({ birthDate: date(1985, 7, 3) })?.strength, 'possible');
    assert.equal(shown({ sex: 'male' })?.strength, 'possible');
    assert.equal(shown({ familyName: 'Möller' })?.strength, 'possible');
    assert.equal(shown({ birthDate: date(1985, null, null) })?.strength, 'possible');
    assert.equal(shown({ birthDate: date(1985, 11, 29) })?.strength, 'possible');
    assert.equal(shown({ birthDate: date(1985, 11, 29), birthPlace: null })?.strength, 'possible');
  });

  test('is shown as weak when the names are right and the date has two slips, one of them in the year', () => {
    for (const birthDate of [date(1986, 3, 28), date(1958, 11, 7), date(1995, 3, 21), date(1984, 11, 7)]) {
      const found = shown({ birthDate, birthPlace: null });
      assert.equal(found?.strength, 'weak', JSON.stringify(birthDate));
      assert.ok(found.reasons.includes('birth-date-near'));
    }
  });

  test('shows field by field what is the same, different or missing, beside what the register holds', () => {
    const of = (person: Partial<RegisteredPerson>, sought: Partial<Sought> = {}) =>
      Object.fromEntries(
        (shown(person, sought)?.comparisons ?? []).map(({ field, verdict, registered }) => [
          field,
          [verdict, registered],
        ]),
      );
    assert.deepEqual(
      of({ birthDate: date(1985, 3, null), sex: null, nationality: 'FR', givenNames: 'Anna' }),
      {
        familyName: ['same', 'MUELLER'],
        givenNames: ['different', 'Anna'],
        previousNames: ['missing', null],
        birthDate: ['missing', '1985-03-00'],
        birthPlace: ['same', 'Keulen'],
        sex: ['missing', null],
        nationality: ['different', 'FR'],
      },
    );
    assert.deepEqual(of({}, { previousNames: ['Anna Mueller'] }).previousNames, ['same', 'MUELLER']);
    assert.deepEqual(of({ birthDate: date(null, null, null) }).birthDate, ['missing', null]);
  });

  test('has the same nationality whoever wrote its code, and an unknown one agrees with nothing and contradicts nothing', () => {
    const verdict = (registered: string | null, ...nationalities: readonly string[]) =>
      shown({ nationality: registered }, { nationalities })?.comparisons.find(
        ({ field }) => field === 'nationality',
      )?.verdict;
    assert.equal(verdict('GR', 'FR', 'EL'), 'same');
    assert.equal(verdict('QS', 'QS'), 'same', 'who has none has none');
    assert.equal(verdict('FR', 'QS'), 'different');
    assert.equal(verdict('FR', 'QU'), 'missing');
    assert.equal(verdict('QU', 'QU'), 'missing');
    assert.equal(verdict('QU', 'FR'), 'missing');
  });

  test('is not somebody with another name and another date', () => {
    assert.equal(rankCandidates(who, [held]).length, 1);
    const other = { ...held, familyName: 'Peeters', birthDate: date(1951, 12, 24) };
    assert.deepEqual(rankCandidates(who, [other]), []);
  });
});

describe('the order of candidates', () => {
  const person = fc.record({
    family: fc.constantFrom('Müller', 'MUELLER', 'Möller', 'Mueler', 'Anna', 'Peeters', '-'),
    given: fc.constantFrom('Anna Maria', 'Anna', 'Maria', 'Hanna', 'Müller', ''),
    year: fc.constantFrom(1985, 1958, 1986, null),
    month: fc.constantFrom(3, 7, 8, null),
    day: fc.constantFrom(3, 7, 17, null),
    sex: fc.constantFrom('female' as const, 'male' as const, null),
  });
  const found = fc.array(person, { maxLength: 12 }).map((list) =>
    list.map(
      ({ family, given, year, month, day, sex }, index): RegisteredPerson => ({
        ...held,
        number: numberWith(index + 1),
        familyName: family,
        givenNames: given,
        birthDate: date(year, month, day),
        sex,
      }),
    ),
  );

  test('does not depend on the order in which they were found', () => {
    fc.assert(
      fc.property(found, (list) => {
        const digits = (people: readonly RegisteredPerson[]) =>
          rankCandidates(who, people).map((each) => each.person.number.digits.reveal());
        assert.deepEqual(digits(list), digits([...list].reverse()));
      }),
    );
  });

  test('puts nobody before the person who is the same in everything, and shows at most five', () => {
    fc.assert(
      fc.property(found, (list) => {
        const ranked = rankCandidates(who, [...list, held]);
        assert.ok(ranked.length >= 1 && ranked.length <= 5);
        const own = rankFound(who, [held])[0];
        assert.ok((ranked[0]?.points ?? 0) >= 0 && own !== undefined);
        assert.equal(ranked[0]?.strength, 'strong');
        assert.equal(ranked[0]?.points, own.points);
      }),
    );
  });

  test('gives every candidate a reason', () => {
    fc.assert(
      fc.property(found, (list) => {
        for (const { reasons } of rankCandidates(who, list)) assert.notDeepEqual(reasons, []);
      }),
    );
  });
});

describe('two birth dates', () => {
  test('agree as far as they go', () => {
    const with1985 = (other: ReturnType<typeof date>) => compareBirthDate(date(1985, 3, 7), other);
    assert.equal(with1985(date(1985, 3, 7)), 'same');
    assert.equal(with1985(date(1985, 7, 3)), 'day-and-month-swapped');
    assert.equal(with1985(date(1985, 3, 17)), 'one-digit-differs');
    assert.equal(with1985(date(1958, 3, 7)), 'one-digit-differs');
    assert.equal(with1985(date(1985, 3, null)), 'incomplete');
    assert.equal(with1985(date(1985, null, null)), 'incomplete');
    assert.equal(with1985(date(1985, 4, null)), 'year-same');
    assert.equal(with1985(date(1985, 11, 29)), 'year-same');
    assert.equal(with1985(date(1951, 12, 24)), 'different');
    assert.equal(with1985(date(1984, null, null)), 'different');
    assert.equal(with1985(date(null, null, null)), 'missing');
  });
});

describe('two places of birth', () => {
  test('are the same in another language, and with a country behind them', () => {
    assert.equal(comparePlaces('Köln', 'KOELN'), 'same');
    assert.equal(comparePlaces('Köln, Deutschland', 'Keulen'), 'other-language');
    assert.equal(comparePlaces('Liège', 'Lüttich'), 'other-language');
    assert.equal(comparePlaces('Bruxelles', 'Brussel'), 'other-language');
    assert.equal(comparePlaces('Αθήνα', 'Athene'), 'other-language');
    assert.equal(comparePlaces('Sint-Niklaas', 'Sint Niklas'), 'similar');
    assert.equal(comparePlaces('Gent', 'Köln'), 'different');
    assert.equal(comparePlaces(null, 'Köln'), 'missing');
  });

  test('share no name with a third', () => {
    const all = placeNames.flat();
    assert.equal(new Set(all.map(foldName)).size >= 250, true);
    for (const names of placeNames) {
      for (const name of names) {
        assert.equal(placeNames.filter((each) => each.includes(name)).length, 1, name);
      }
    }
    const owners = new Map<string, readonly string[]>();
    for (const names of placeNames)
      for (const key of names.flatMap((name) => [...nameKeys(name)])) {
        assert.equal(owners.get(key) ?? names, names, `${key} would be two places`);
        owners.set(key, names);
      }
  });
});

describe('the keys of a search', () => {
  test('hold every spelling, either order and the former names', () => {
    const keys = searchKeys({
      ...who,
      familyName: { latin: 'Pappadopoulou', original: 'Παπαδοπούλου' },
      givenNames: { latin: 'Eleni', original: 'Ελένη' },
      previousNames: ['Eleni Stavrou-Weiß'],
      birthDate: date(1985, 3, 7),
    });
    for (const family of ['PAPPADOPOULOU', 'PAPADOPOULOU', 'STAVROUWEISS', 'ELENI']) {
      assert.ok(keys.families.includes(family), `${family} in ${keys.families}`);
    }
    assert.deepEqual(keys.givens, ['ELENI', 'PAPPADOPOULOU', 'PAPADOPOULOU']);
    assert.deepEqual(keys.birthDates, [
      { year: 1985, month: 3, day: 7 },
      { year: 1985, month: 7, day: 3 },
    ]);
    assert.ok(
      keys.nearYears.includes(1958) && keys.nearYears.includes(1986) && keys.nearYears.includes(1975),
    );
    assert.equal(keys.beginning, null);
  });

  test('swap no day that is no month', () => {
    const datesOf = (day: number) => searchKeys({ ...who, birthDate: date(1985, 3, day) }).birthDates.length;
    assert.deepEqual([datesOf(12), datesOf(13), datesOf(3)], [2, 1, 1]);
  });

  test('stay few, whatever the names hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.array(fc.string(), { maxLength: 20 }),
        (name, former) => {
          const keys = searchKeys({
            ...who,
            familyName: { latin: name, original: name },
            previousNames: former,
          });
          assert.ok(keys.families.length <= 12 && keys.givens.length <= 8 && keys.names.length <= 8);
        },
      ),
    );
  });
});

describe('likeness', () => {
  test('is the same both ways, 1 for the same text, and counts a swap of neighbours once', () => {
    const text = fc.stringMatching(/^[A-Z]{0,12}$/);
    fc.assert(
      fc.property(text, text, (one, other) => {
        assert.equal(likenessOf(one, other), likenessOf(other, one));
        assert.equal(likenessOf(one, one), one === '' ? 0 : 1);
      }),
    );
    assert.equal(likenessOf('ANNA', 'ANAN'), 0.75);
  });
});
