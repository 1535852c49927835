import { DAY, MINUTE } from '../../base/time.ts';
import type { AttemptBounds } from '../../domain/identity-matching/index.ts';

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

/** The Service Desk of the Flemish Government, as on the page for foreign companies. */
export const contact = { telephone: '+32 2 553 17 00' } as const;

/** Numbers of the demo have counters above 900, which the real register hardly reaches: nobody is given the number of somebody real. */
export const demoNumbersAfter = 900;
