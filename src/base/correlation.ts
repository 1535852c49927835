import type { Brand } from './brand.ts';
import { plainTyping } from './visible-text.ts';

/**
 * The code that ties a page, an audit event and a log line together, and that a person can read out on the telephone:
 * `K7PX-2M9D`. It carries no meaning and no personal data. The alphabet leaves out I, L, O, U, 0 and 1.
 */
export type CorrelationCode = Brand<string, 'CorrelationCode'>;

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes a code from 8 random bytes. */
export function correlationCode(random: Uint8Array): CorrelationCode {
  const letters = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4, 8).join('')}` as CorrelationCode;
}

/** Reads a code as people type it; `null` when it is not one. */
export function parseCorrelationCode(text: string): CorrelationCode | null {
  const plain = plainTyping(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  if (plain.length !== 8 || [...plain].some((letter) => !ALPHABET.includes(letter))) return null;
  return `${plain.slice(0, 4)}-${plain.slice(4)}` as CorrelationCode;
}
