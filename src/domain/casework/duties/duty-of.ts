import { addDays, dayOf, endOfDay, startOfDay } from '../../../base/calendar.ts';
import { type CalendarDate, DAY, HOUR, later } from '../../../base/time.ts';
import type { SentMail } from '../../notification/index.ts';
import { casePeriods, lastDayOfDraft } from '../case/case-periods.ts';
import type { Case, CaseStateOf } from '../case/model.ts';

/** What time asks of a case that waits for an answer. Nobody's request ends without a reminder that was delivered. */
export type WaitingDuty =
  /** The applicant has not missed anything yet; it is looked at again then. */
  | { readonly kind: 'wait'; readonly until: Date }
  /** A reminder goes out, and names this last day: a later one when too little time is left. */
  | { readonly kind: 'remind'; readonly dueOn: CalendarDate }
  /** The applicant was asked and reminded in time, and did not answer. */
  | { readonly kind: 'end' }
  /** The question or the reminder did not reach the applicant: the agent finds another way. */
  | { readonly kind: 'give-back' };

type Waiting = CaseStateOf<'waiting'>;
type Mail = Pick<SentMail, 'template' | 'sentAt' | 'bounced'>;

/** Between a question and its reminder, and between the reminder and the end. */
const BETWEEN = DAY;
/** What a mail may take on its way, so that a day is left when it arrives. */
const ON_ITS_WAY = HOUR;
/** Mail that was not sent for so long counts as undeliverable. */
const LONGEST_WAY = 7 * DAY;

/** What is to be done about a waiting case, by the mails about it in the order in which they were written. */
export function dutyOf(state: Waiting, mails: readonly Mail[], now: Date): WaitingDuty {
  const asked = mails.findLastIndex(({ template }) => template === 'question-asked');
  const question = mails[asked];
  const reminder = mails.slice(asked + 1).findLast(({ template }) => template === 'answer-reminder');
  if (question?.bounced || reminder?.bounced) return { kind: 'give-back' };
  return state.remindedAt === null
    ? beforeReminder(state, question, now)
    : afterReminder(state, state.remindedAt, { reminder, now });
}

function beforeReminder(state: Waiting, question: Mail | undefined, now: Date): WaitingDuty {
  const remindAt = reminderDueAt(state);
  if (now < remindAt) return { kind: 'wait', until: remindAt };
  const sentAt = question?.sentAt ?? null;
  if (sentAt === null) return waitForMail(question, state.askedAt ?? remindAt, now);
  const aDayLater = later(latest(sentAt, state.askedAt), BETWEEN);
  if (now < aDayLater) return { kind: 'wait', until: aDayLater };
  return { kind: 'remind', dueOn: enoughTime(state.dueOn, now) };
}

function afterReminder(
  { dueOn }: Waiting,
  remindedAt: Date,
  { reminder, now }: { readonly reminder: Mail | undefined; readonly now: Date },
): WaitingDuty {
  const end = endOfDay(dueOn);
  if (now < end) return { kind: 'wait', until: end };
  if (!reminder?.sentAt) return waitForMail(reminder, remindedAt, now);
  const isInTime = later(latest(reminder.sentAt, remindedAt), BETWEEN) <= end;
  // It arrived too late for the day that it names, so that another one names another day.
  return isInTime ? { kind: 'end' } : { kind: 'remind', dueOn: enoughTime(dueOn, now) };
}

/** There was no address to write to, or the mail is still in the outbox: for some days that may be a mail server that is away. */
function waitForMail(mail: Mail | undefined, since: Date, now: Date): WaitingDuty {
  if (mail === undefined || later(since, LONGEST_WAY) <= now) return { kind: 'give-back' };
  return { kind: 'wait', until: later(now, HOUR) };
}

/** The last day to answer, or the first one that leaves a day after a reminder that is written now. */
function enoughTime(dueOn: CalendarDate, now: Date): CalendarDate {
  let day = dueOn > dayOf(now) ? dueOn : dayOf(now);
  while (endOfDay(day) < later(now, BETWEEN + ON_ITS_WAY)) day = addDays(day, 1);
  return day;
}

/** The first moment at which the applicant may be reminded: some days before the end, and a day after the question at least. */
function reminderDueAt({ dueOn, askedAt }: Waiting): Date {
  const before = startOfDay(addDays(dueOn, 1 - casePeriods.remindBeforeDays));
  return latest(before, askedAt && later(askedAt, BETWEEN));
}

/** When time has something to do with a case next, as far as the case itself tells; `null` when never. */
export function nextDutyOf({ state, openedAt }: Pick<Case, 'state' | 'openedAt'>): Date | null {
  if (state.kind === 'draft') return endOfDay(lastDayOfDraft({ openedAt }));
  if (state.kind !== 'waiting') return null;
  return state.remindedAt === null ? reminderDueAt(state) : endOfDay(state.dueOn);
}

function latest(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one;
}
