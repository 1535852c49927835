import { Redacted } from '../../base/redacted.ts';
import type { NationalNumber, NationalNumberDigits } from '../../domain/person/index.ts';
import type { Protection } from '../ground/sealing.ts';

type NumberPlace =
  | 'person_numbers.number_sealed'
  | 'register_persons.number_sealed'
  | 'assigned_numbers.number_sealed'
  | 'number_skips.number_sealed';
type Kept = readonly [
  digits: string,
  kind: NationalNumber['kind'],
  year: number | null,
  month: number | null,
  day: number | null,
  sex: NationalNumber['sex'],
];

/** The two columns of a kept number: what finds it and what it is. */
export function keepNumber(protection: Protection, place: NumberPlace, number: NationalNumber) {
  const digits = number.digits.reveal();
  const kept: Kept = [digits, number.kind, number.year, number.month, number.day, number.sex];
  const hash = hashNumber(protection, number);
  return { hash, sealed: protection.seal(place, hash, JSON.stringify(kept)) };
}

/** The keyed hash by which a number is found. */
export function hashNumber(protection: Protection, number: NationalNumber): Buffer {
  return protection.hash('national-number', number.digits.reveal());
}

/** In a statement: the hash of what a number is now, by the hash of any number that it replaced. `current_number` of the database, written out. */
export function currentHash(hash: string): string {
  return `coalesce((select current_hash from register_replaced_numbers where number_hash = ${hash}), ${hash})`;
}

/** The columns of a kept number, as a row holds them. */
export type KeptNumber = { readonly number_hash: Buffer; readonly number_sealed: Buffer };

/** Opens a number as it was parsed when it was kept. */
export function readNumber(protection: Protection, place: NumberPlace, row: KeptNumber): NationalNumber {
  const opened = protection.open(place, row.number_hash, row.number_sealed);
  const [digits, kind, year, month, day, sex] = JSON.parse(opened) as Kept;
  return { digits: new Redacted(digits as NationalNumberDigits), kind, year, month, day, sex };
}
