import { dayOf, daysBetween, startOfDay } from '../../../base/calendar.ts';
import { afterWorkingDays, workingDaysBetween } from '../../../base/working-days.ts';
import type { Case, CaseState } from './model.ts';
import { openStates } from './transitions.ts';

/** States in which the time to decide runs. It stands still as long as the applicant has to answer. */
export const runningStates: readonly CaseState['kind'][] = openStates.filter(
  (state) => state !== 'draft' && state !== 'waiting',
);

/** How a case stands to the day by which it should be decided. Days are those of the calendar. */
export type TargetStanding =
  | { readonly kind: 'none' | 'over' | 'paused' | 'today' }
  | { readonly kind: 'left' | 'late'; readonly days: number };

/** The one answer to "is it late": lists, counts, reports and the page of a case all follow it. */
export function targetStanding(
  { targetAt, state }: { readonly targetAt: Date | null; readonly state: CaseState['kind'] },
  now: Date,
): TargetStanding {
  if (targetAt === null) return { kind: 'none' };
  if (!openStates.includes(state)) return { kind: 'over' };
  if (!runningStates.includes(state)) return { kind: 'paused' };
  const days = daysBetween(dayOf(now), dayOf(targetAt));
  if (days === 0) return { kind: 'today' };
  return days > 0 ? { kind: 'left', days } : { kind: 'late', days: -days };
}

/** A target before this moment is past: its day is over. */
export function lateBefore(now: Date): Date {
  return startOfDay(dayOf(now));
}

/** The target after a question: the working days that went by until somebody can go on are not the agents'. */
export function targetAfterWaiting({ targetAt, state }: Case, at: Date): Date | null {
  if (targetAt === null || state.kind !== 'waiting' || state.askedAt === null) return targetAt;
  const waited = workingDaysBetween(dayOf(state.askedAt), dayOf(at));
  return waited === 0 ? targetAt : afterWorkingDays(targetAt, waited);
}
