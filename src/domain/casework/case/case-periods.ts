import { addDays, dayOf } from '../../../base/calendar.ts';
import { type CalendarDate, DAY, MINUTE } from '../../../base/time.ts';
import type { Case } from './model.ts';

/** How long what takes with cases: fixed in the program, the same for the worker, the pages and the store. */
export const casePeriods = {
  /** So many days are left to answer, the last one counted, when the applicant is reminded. */
  remindBeforeDays: 3,
  /** A draft that was not sent is kept until the end of the day that is so many days later. */
  draftDays: 30,
  /** The link in a mail opens the request until the end of the day that is so many days later. */
  linkDays: 7,
  /** Nobody is believed to be at work on a case any more. */
  lockMilliseconds: 15 * MINUTE,
  /** Documents stay after a decision: the time in which it can be disputed. */
  documentMilliseconds: 90 * DAY,
  /**
   * Until the end of the day that is so many days after a refusal, an expiry or a withdrawal, a reply opens the request again: half of the
   * sixty days in which a decision can be brought before the Council of State, so that whoever hears again still has time for
   * that; and well within the time for which documents stay.
   */
  replyDays: 30,
} as const;

/** The last day on which a draft can be sent: its answers go when that day is over. */
export function lastDayOfDraft({ openedAt }: Pick<Case, 'openedAt'>): CalendarDate {
  return addDays(dayOf(openedAt), casePeriods.draftDays);
}

/** The last day on which the link in a mail that is written now works. */
export function lastDayOfLink(now: Date): CalendarDate {
  return addDays(dayOf(now), casePeriods.linkDays);
}

/** The last day on which a reply opens a request again that ended now. */
export function lastDayToReply(endedAt: Date): CalendarDate {
  return addDays(dayOf(endedAt), casePeriods.replyDays);
}
