import type { NationalNumber, RegisteredPerson, Sex } from '../person/index.ts';

/** What a number is made of: a birth date, as far as it is known, and the sex, when it is known. */
export type NumberAsk = { readonly birthDate: RegisteredPerson['birthDate']; readonly sex: Sex | null };

export type AssignedNumber =
  | { readonly kind: 'assigned'; readonly number: NationalNumber }
  /** No counter is left for this birth date, nor for its year; before 1900 there never was one. */
  | { readonly kind: 'exhausted' };

/** The century decides the check digits; men and women have counters of their own, and so have those whose sex is unknown. */
export type NumberSeries = {
  /** The first six digits, with month + 40 (sex known) or month + 20 (sex unknown). */
  readonly prefix: string;
  readonly century: 1900 | 2000;
  readonly counters: 'odd' | 'even' | 'any';
};
