import { addDays, dayOf, endOfDay } from '../../base/calendar.ts';
import { afterWorkingDays } from '../../base/working-days.ts';
import { type AccessRequest, type Escalation, escalations } from './model.ts';
import { EXPIRES_AFTER_DAYS, requestPeriods } from './periods.ts';

type Standing = Pick<AccessRequest, 'state' | 'since' | 'escalation'>;

/** Each step of an escalation, with the working days after which it is taken. */
const steps = [
  { step: 'reminded', after: requestPeriods.remindAfter },
  { step: 'head-administrators', after: requestPeriods.escalateAfter },
  { step: 'platform', after: requestPeriods.toPlatformAfter },
] as const satisfies readonly { readonly step: Escalation; readonly after: number }[];

/** A step that somebody is told of. */
export type EscalationStep = (typeof steps)[number]['step'];

/** What time asks of a request. */
export type RequestDuty =
  | { readonly kind: 'nothing' }
  /** Nobody decided: those of each of these steps are told, once. */
  | { readonly kind: 'escalate'; readonly steps: readonly [EscalationStep, ...EscalationStep[]] }
  /** It waited too long, on those who decide or on its asker. */
  | { readonly kind: 'expire' };

/** What is to be done about a request now. Steps that nobody was there to take are taken together. */
export function dutyOf(request: Standing, now: Date): RequestDuty {
  const end = endOf(request);
  if (end === null) return { kind: 'nothing' };
  if (end <= now) return { kind: 'expire' };
  const [first, ...more] = stepsLeft(request)
    .filter(({ at }) => at <= now)
    .map(({ step }) => step);
  return first === undefined ? { kind: 'nothing' } : { kind: 'escalate', steps: [first, ...more] };
}

/** When time has something to do with a request next; `null` when never. */
export function nextDutyOf(request: Standing): Date | null {
  return stepsLeft(request)[0]?.at ?? endOf(request);
}

function stepsLeft({ state, since, escalation }: Standing) {
  if (state !== 'waiting') return [];
  const taken = escalations.indexOf(escalation);
  return steps
    .filter(({ step }) => escalations.indexOf(step) > taken)
    .map(({ step, after }) => ({ step, at: afterWorkingDays(since, after) }));
}

/** When a request ends by itself; `null` when it is over. */
function endOf({ state, since }: Standing): Date | null {
  if (state !== 'waiting' && state !== 'questioned') return null;
  return endOfDay(addDays(dayOf(since), EXPIRES_AFTER_DAYS[state]));
}
