import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { presentOr } from '../../../test/support/run-clock.ts';
import { tries } from '../../../test/support/tries.ts';
import { dayOf, yearOf } from '../../base/calendar.ts';
import {
  countersUpTo,
  hasMinimumData,
  type MinimumFacts,
  type NumberAsk,
  type NumberSeries,
  nextBisNumber,
  placeOf,
  seriesFor,
} from './index.ts';

const today = presentOr(new Date('2026-11-22T12:00:00Z'));
const nothing = { year: null, month: null, day: null };

/** Every number for this person, in the order in which they are given. */
function* numbersFor(ask: NumberAsk): Generator<string> {
  for (const series of seriesFor(ask, today)) {
    for (let last = 0; ; ) {
      const next = nextBisNumber(series, last, today);
      if (next === null) break;
      yield next.number.digits.reveal();
      last = next.counter;
    }
  }
}

function first(ask: NumberAsk, count = 1): readonly string[] {
  return [...numbersFor(ask)].slice(0, count);
}

const born = (year: number | null, month: number | null, day: number | null) => ({ year, month, day });

describe('a BIS number', () => {
  test('is the month and 40 when the sex is known, the month and 20 when it is not', () => {
    assert.deepEqual(first({ birthDate: born(1985, 7, 30), sex: 'male' }), ['85473000149']);
    assert.deepEqual(first({ birthDate: born(1985, 7, 30), sex: 'female' }), ['85473000248']);
    assert.deepEqual(first({ birthDate: born(1985, 7, 30), sex: null }), ['85273000106']);
  });

  test('has zeros for what is not known of the birth date', () => {
    assert.deepEqual(first({ birthDate: born(2000, null, null), sex: 'male' }), ['00400000117']);
    assert.deepEqual(first({ birthDate: born(2000, 1, null), sex: 'male' }), ['00410000124']);
    assert.deepEqual(first({ birthDate: born(2000, 1, null), sex: null }), ['00210000178']);
    assert.deepEqual(first({ birthDate: born(2000, null, null), sex: null }), ['00200000171']);
    assert.deepEqual(first({ birthDate: nothing, sex: 'male' }), ['00400100155']);
    assert.deepEqual(first({ birthDate: nothing, sex: null }), ['00200100112']);
  });

  test('leaves out what stands below an unknown part', () => {
    assert.deepEqual(first({ birthDate: born(2000, null, 13), sex: 'male' }), ['00400000117']);
    assert.deepEqual(first({ birthDate: born(null, 7, 30), sex: 'male' }), ['00400100155']);
  });

  test('is checked with a leading 2 for births from 2000', () => {
    assert.deepEqual(first({ birthDate: born(2001, 9, 7), sex: 'male' }, 4).at(-1), '01490700779');
    assert.ok([...numbersFor({ birthDate: born(2001, 9, 7), sex: 'male' })].includes('01490700185'));
    assert.ok([...numbersFor({ birthDate: born(1998, 7, 28), sex: 'male' })].includes('98472899765'));
  });

  test('is there for nobody born before 1900, nor for a day that does not exist or is to come', () => {
    assert.equal(seriesFor({ birthDate: born(1900, 2, 28), sex: null }, today).length, 10);
    assert.deepEqual(seriesFor({ birthDate: born(1899, 12, 31), sex: null }, today), []);
    const nextYear = yearOf(dayOf(today)) + 1;
    for (const date of [born(nextYear, 1, 1), born(2001, 2, 29), born(1985, 13, 1)]) {
      assert.throws(() => seriesFor({ birthDate: date, sex: null }, today), RangeError);
    }
  });
});

describe('when the counters of a day are used up', () => {
  const prefixes = (ask: NumberAsk) => [...new Set([...numbersFor(ask)].map((digits) => digits.slice(0, 6)))];

  test('month and day become zero, and then the sixth digit goes up by one', () => {
    assert.deepEqual(prefixes({ birthDate: born(1985, 7, 30), sex: 'male' }), [
      ...['854730', '854000', '854001', '854002', '854003', '854004'],
      ...['854005', '854006', '854007', '854008', '854009'],
    ]);
    assert.deepEqual(prefixes({ birthDate: born(1985, 7, 30), sex: null }).slice(0, 3), [
      ...['852730', '852000', '852001'],
    ]);
  });

  test('men have had 499 numbers, women 499, and those of unknown sex 998', () => {
    const ofDay = (sex: NumberAsk['sex']) =>
      [...numbersFor({ birthDate: born(1985, 7, 30), sex })].filter((digits) => digits.slice(4, 6) === '30');
    assert.deepEqual(
      (['male', 'female', null] as const).map((sex) => ofDay(sex).length),
      [499, 499, 998],
    );
    assert.equal(ofDay('male').at(-1)?.slice(6, 9), '997');
    assert.equal(ofDay('female').at(-1)?.slice(6, 9), '998');
  });

  test('nobody of 1900 or 2000 gets the number of those whose year is unknown', () => {
    const unknown = new Set(
      ['male', 'female'].flatMap((sex) => [...numbersFor({ birthDate: nothing, sex: sex as 'male' })]),
    );
    assert.equal(unknown.size, 2 * 998);
    for (const year of [1900, 2000]) {
      for (const digits of numbersFor({ birthDate: born(year, 1, 1), sex: 'male' })) {
        assert.ok(!unknown.has(digits), digits);
      }
    }
  });
});

describe('whatever is asked', () => {
  const date = fc.oneof(
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
      .chain((day) => {
        const whole = born(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
        return fc.constantFrom(whole, { ...whole, day: null }, born(whole.year, null, null));
      }),
    fc.constant(nothing),
  );
  const ask = fc.record({ birthDate: date, sex: fc.constantFrom('male', 'female', null) });

  test('the number tells the birth date as far as it can, and the sex', () => {
    fc.assert(
      fc.property(ask, fc.nat(20), fc.nat(997), (asked, at, counter) => {
        const list = seriesFor(asked, today);
        const index = at % list.length;
        const next = nextBisNumber(list[index] as NumberSeries, counter, today);
        if (next === null) return;
        const { number } = next;
        assert.equal(number.kind, 'BIS');
        assert.equal(number.sex, asked.sex);
        assert.equal(number.year, asked.birthDate.year);
        if (index === 0) assert.deepEqual(born(number.year, number.month, number.day), asked.birthDate);
        assert.deepEqual(placeOf(number, today), { series: list[index], counter: next.counter });
      }),
      { numRuns: tries(500) },
    );
  });

  test('an independent parser accepts the number, where it knows the rule', () => {
    fc.assert(
      fc.property(ask, fc.nat(990), (asked, counter) => {
        const { year, month, day } = asked.birthDate;
        const next = nextBisNumber(seriesFor(asked, today)[0] as NumberSeries, counter, today);
        // It refuses incomplete dates, which the register does give out.
        if (next === null || year === null || month === null || day === null) return;
        assert.ok(stdnum.BE?.bis?.validate(next.number.digits.reveal()).isValid);
      }),
      { numRuns: tries(500) },
    );
  });

  test('no number comes twice, not for two people of different dates either', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(ask, { minLength: 1, maxLength: 3, selector: (each) => JSON.stringify(each) }),
        (asks) => {
          const series = new Map(
            asks.flatMap((each) => seriesFor(each, today)).map((each) => [JSON.stringify(each), each]),
          );
          const numbers = [...series.values()].flatMap((each) =>
            countersUpTo(each.counters, 998).map((counter) => nextBisNumber(each, counter - 1, today)),
          );
          const digits = numbers.flatMap((each) => (each === null ? [] : [each.number.digits.reveal()]));
          assert.equal(new Set(digits).size, digits.length);
        },
      ),
      { numRuns: tries(30) },
    );
  });
});

describe('the data for a BIS number', () => {
  const facts: MinimumFacts = {
    familyName: 'Papadopoulos',
    givenNames: 'Georgios',
    birthDate: born(1985, 7, 30),
    birthPlace: 'Athina',
    sex: 'male',
    residenceAbroad: null,
    contactAddressInBelgium: null,
  };
  const judged = (changes: Partial<MinimumFacts>) => hasMinimumData({ ...facts, ...changes });

  test('suffice with a whole birth date, a birth place and the sex', () => {
    assert.deepEqual(judged({}), { kind: 'enough', set: 'birth-place-and-sex' });
    assert.deepEqual(judged({ givenNames: null }), { kind: 'enough', set: 'birth-place-and-sex' });
  });

  test('suffice with part of a birth date and an address', () => {
    const birthDate = born(1985, null, null);
    assert.deepEqual(judged({ birthDate, residenceAbroad: 'Athina' }), {
      kind: 'enough',
      set: 'residence-abroad',
    });
    assert.deepEqual(judged({ birthDate, contactAddressInBelgium: 'Gent' }), {
      kind: 'enough',
      set: 'contact-address-in-belgium',
    });
  });

  test('do not suffice otherwise, and it is said what is missing', () => {
    const missing = (changes: Partial<MinimumFacts>) => {
      const answer = judged(changes);
      return answer.kind === 'enough' ? [] : answer.missing;
    };
    assert.deepEqual(missing({ sex: null }), ['sex', 'address']);
    assert.deepEqual(missing({ birthPlace: ' ', birthDate: born(1985, 7, null) }), [
      ...['whole-birth-date', 'birth-place', 'address'],
    ]);
    assert.deepEqual(missing({ familyName: '', givenNames: null }), ['name']);
    assert.deepEqual(missing({ birthDate: nothing, residenceAbroad: 'Athina' }), ['birth-year']);
  });
});
