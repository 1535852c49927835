import { type NationalNumber, parseNationalNumber } from '../person/index.ts';
import type { NumberSeries } from './model.ts';

const LAST_COUNTER = { odd: 997, even: 998, any: 998 } as const;

export type CountedNumber = { readonly counter: number; readonly number: NationalNumber };

/**
 * The number that follows counter `last` in a series (0: the first one); `null` when the series is used up. 001 to 997 odd for men, 002
 * to 998 even for women, every one where the sex is unknown.
 */
export function nextBisNumber(series: NumberSeries, last: number, today: Date): CountedNumber | null {
  const counter = nextCounter(series.counters, last);
  return counter === null ? null : { counter, number: numberIn(series, counter, today) };
}

/** Every counter of a series from its first up to and including `last`. */
export function countersUpTo(counters: NumberSeries['counters'], last: number): readonly number[] {
  const first = counters === 'even' ? 2 : 1;
  const step = counters === 'any' ? 1 : 2;
  return last < first
    ? []
    : Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}

/** Check digits: 97 − (N mod 97), with N prefixed by 2 for births from 2000. */
export function numberIn({ prefix, century }: NumberSeries, counter: number, today: Date): NationalNumber {
  const nine = prefix + String(counter).padStart(3, '0');
  const check = 97 - (((century === 2000 ? 2_000_000_000 : 0) + Number(nine)) % 97);
  const parsed = parseNationalNumber(nine + String(check).padStart(2, '0'), today);
  if (parsed.kind === 'refused') throw new Error('a number of this series does not exist yet');
  return parsed.number;
}

/** Where a number given by an authority stands: the counter and its series. */
export function placeOf(
  number: NationalNumber,
  today: Date,
): { readonly series: NumberSeries; readonly counter: number } {
  const digits = number.digits.reveal();
  const nine = digits.slice(0, 9);
  const century = Number(digits.slice(9)) === 97 - (Number(nine) % 97) ? 1900 : 2000;
  const counter = Number(digits.slice(6, 9));
  const counters = Number(digits.slice(2, 4)) < 40 ? 'any' : counter % 2 === 1 ? 'odd' : 'even';
  const series: NumberSeries = { prefix: digits.slice(0, 6), century, counters };
  if (numberIn(series, counter, today).digits.reveal() !== digits) throw new Error('not a BIS number');
  return { series, counter };
}

function nextCounter(counters: NumberSeries['counters'], last: number): number | null {
  const next = counters === 'any' ? last + 1 : last + 1 + ((last + (counters === 'odd' ? 0 : 1)) % 2);
  return next <= LAST_COUNTER[counters] ? next : null;
}
