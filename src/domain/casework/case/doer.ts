import { type ActingPerson, actorOf, type CasePlace, timelineNameOf } from '../../acting/index.ts';
import type { Actor } from '../../audit/index.ts';
import type { CaseActor } from './model.ts';

/** Who did something to a case: staff at a desk or at a counter, the applicant, or time. */
export type Doer =
  | { readonly place: CasePlace; readonly acting: ActingPerson }
  | Extract<CaseActor, { readonly kind: 'applicant' | 'system' }>;

export const applicant = { kind: 'applicant' } as const;
export const system = { kind: 'system' } as const;

export function atDesk(acting: ActingPerson): Doer {
  return { place: 'desk', acting };
}

export function atCounter(acting: ActingPerson): Doer {
  return { place: 'counter', acting };
}

/** As whom the timeline of the case tells it. */
export function timelineActorOf(doer: Doer): CaseActor {
  return 'place' in doer ? timelineNameOf(doer.acting, doer.place) : doer;
}

/** As whom the audit trail tells it: whoever acts for a request that is theirs is nobody known yet. */
export function trailActorOf(doer: Doer): Actor {
  if ('place' in doer) return actorOf(doer.acting);
  return doer.kind === 'applicant' ? { kind: 'unknown' } : doer;
}
