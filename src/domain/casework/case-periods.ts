import { DAY, MINUTE } from '../../base/time.ts';

/** How long what takes with cases: fixed in the program, the same for the worker, the pages and the store. */
export const casePeriods = {
  /** Before the due date of a question the applicant is reminded. */
  remindBeforeMilliseconds: 3 * DAY,
  /** A draft that was not sent is kept. */
  draftMilliseconds: 30 * DAY,
  /** The link in a mail opens the request. */
  linkMilliseconds: 7 * DAY,
  /** Nobody is believed to be at work on a case any more. */
  lockMilliseconds: 15 * MINUTE,
  /** Documents stay after a decision: the time in which it can be disputed. */
  documentMilliseconds: 90 * DAY,
} as const;
