import type { NationalNumber } from './model.ts';

/** The whole number as it stands on documents, `95.50.17-123.45`: for the person's own page and for agents, never for a log. */
export function formatNationalNumber(number: NationalNumber): string {
  const digits = number.digits.reveal();
  return `${datePart(digits)}-${digits.slice(6, 9)}.${digits.slice(9)}`;
}

/** The number with counter and check digits hidden: `95.50.17-•••.••`. */
export function maskNationalNumber(number: NationalNumber): string {
  return `${datePart(number.digits.reveal())}-•••.••`;
}

function datePart(digits: string): string {
  return `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`;
}
