import { later, SECOND } from '../../base/time.ts';

/** A moment of the last day of a period, whose end is the first moment that does not belong to it any more. */
export function lastMoment(until: Date): Date {
  return later(until, -SECOND);
}
