import { plainTyping } from '../../base/visible-text.ts';
import type { OrganisationCode } from './model.ts';

/**
 * Reads a Belgian enterprise number (KBO/BCE): ten digits beginning with 0 or 1, the first eight not all zero, the last two being
 * 97 − (the first eight mod 97). Dots, spaces, dashes and the `BE` of a VAT number are ignored; an old number of nine digits gets
 * its leading 0. `null` when it is not one.
 */
export function parseEnterpriseNumber(text: string): OrganisationCode | null {
  const written = plainTyping(text.slice(0, 60))
    .replace(/[\s.\-/]/g, '')
    .replace(/^BE/i, '');
  const digits = /^\d{9}$/.test(written) ? `0${written}` : written;
  if (!/^(?!0{8})[01]\d{9}$/.test(digits)) return null;
  const check = 97 - (Number(digits.slice(0, 8)) % 97);
  return check === Number(digits.slice(8)) ? (digits as OrganisationCode) : null;
}
