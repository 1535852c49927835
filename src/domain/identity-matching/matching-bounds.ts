import { DAY, MINUTE } from '../../base/time.ts';
import type { AttemptBounds } from './model.ts';

/**
 * Tries to name a national number in a day: five per foreign identifier, thirty per network address (a town hall or a
 * company shares one), and from then on one every quarter of an hour per identifier. Guessing one of some 1000 valid numbers per
 * birth date would take most of a year.
 */
export const matchingBounds: AttemptBounds = {
  perIdentifier: 5,
  perAddress: 30,
  windowMilliseconds: DAY,
  restMilliseconds: 15 * MINUTE,
};
