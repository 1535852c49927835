import type { PersonIdentifier } from './model.ts';

/**
 * Reads a `PersonIdentifier` of the eIDAS SAML attribute profile 2.2.3: two country codes and a value, `ES/AT/02635542Y`, apart by the
 * first two slashes alone (the value may hold more), without white space or control characters, at most 256 characters.
 * Case is kept. Whether the codes are the right ones is for the reader of the response. `null` when it is not one.
 */
export function parsePersonIdentifier(text: string): PersonIdentifier | null {
  const isOne = text.length <= 256 && /^[A-Z]{2}\/[A-Z]{2}\/[^\s\p{C}]+$/u.test(text);
  return isOne ? (text as PersonIdentifier) : null;
}
