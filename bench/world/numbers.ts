import { type NationalNumber, parseNationalNumber } from '../../src/domain/person/index.ts';

const COUNTERS = 998;
const DAYS_PER_MONTH = 28;
const FIRST_YEAR = 10;
const today = new Date();

/** The national numbers with these ordinals, each another: birth dates from 1910 on, with every counter. */
export function* numbersFrom(first: number, count: number): Generator<NationalNumber> {
  for (let ordinal = first; ordinal < first + count; ordinal += 1) yield numberAt(ordinal);
}

/** The national number with this ordinal, of some 30 million. */
export function numberAt(ordinal: number): NationalNumber {
  const counter = 1 + (ordinal % COUNTERS);
  const days = Math.floor(ordinal / COUNTERS);
  const day = 1 + (days % DAYS_PER_MONTH);
  const months = Math.floor(days / DAYS_PER_MONTH);
  const month = 1 + (months % 12);
  const year = FIRST_YEAR + Math.floor(months / 12);
  const head =
    [year, month, day].map((part) => String(part).padStart(2, '0')).join('') +
    String(counter).padStart(3, '0');
  const check = 97 - (Number(head) % 97);
  const parsed = parseNationalNumber(head + String(check).padStart(2, '0'), today);
  if (parsed.kind === 'refused') throw new Error(`${head} does not make a national number`);
  return parsed.number;
}
