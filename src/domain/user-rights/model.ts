import type { CalendarDuration } from '../../base/calendar.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { RightName } from '../application/index.ts';
import type { UserRight } from '../rights/index.ts';

/** A right of one application that somebody should get. */
export type WishedRight = {
  readonly right: string;
  readonly contexts: readonly string[];
  /** The first day; absent: now. */
  readonly from?: CalendarDate;
  /** The last day, to its end in Belgium; `null`: without end, where the catalogue allows that. */
  readonly until: CalendarDate | null;
};

/** A right that somebody has, as far as another one is judged by it. */
export type RightHeld = Pick<UserRight, 'application' | 'right' | 'contexts' | 'validity'>;

/** Why a right cannot be given. */
export type GivingRefusal =
  /** The application defines no such right, or does not offer it to this organisation: the same answer. */
  | { readonly kind: 'not-offered'; readonly right: string }
  | { readonly kind: 'context-missing'; readonly right: string }
  | { readonly kind: 'unknown-context'; readonly right: string; readonly contexts: readonly string[] }
  | { readonly kind: 'end-in-the-past'; readonly right: string }
  | { readonly kind: 'too-long'; readonly right: string; readonly latest: CalendarDate }
  /** `isHeld`: whether they have the other one already, and are not just getting it in the same step. */
  | {
      readonly kind: 'excluded-by';
      readonly right: string;
      readonly other: RightName;
      readonly isHeld: boolean;
    }
  | { readonly kind: 'already-has'; readonly right: string; readonly until: Date | null }
  /** Wished twice in one step. */
  | { readonly kind: 'twice'; readonly right: string }
  | { readonly kind: 'oneself'; readonly right: string }
  | { readonly kind: 'not-in-scope' }
  | { readonly kind: 'relation-ended' };

/** Why a right cannot be extended or changed. */
export type ChangeRefusal =
  | Extract<
      GivingRefusal,
      {
        kind:
          | 'not-offered'
          | 'context-missing'
          | 'unknown-context'
          | 'end-in-the-past'
          | 'too-long'
          | 'oneself';
      }
    >
  /** It ended, or its work relation did: it can be given again. */
  | { readonly kind: 'ended'; readonly right: string; readonly on: Date }
  /** The last day comes after the end that it has: that would extend it. */
  | { readonly kind: 'not-sooner'; readonly right: string; readonly until: Date }
  /** The new end is not later than the one that it has. */
  | { readonly kind: 'not-later'; readonly right: string; readonly until: Date | null }
  /** It asks for a second administrator each time: it is given again, and not extended. */
  | { readonly kind: 'needs-second'; readonly right: string }
  | { readonly kind: 'not-in-scope' };

/** How long a right is given for where nobody says otherwise. */
export const USUAL_DURATION = 'P1Y' as CalendarDuration;

/** How many days before its end people are reminded of a right: once each. */
export const REMINDER_DAYS = [30, 7] as const;

/** Rights that are given, extended or ended in one step at most. */
export const MOST_AT_ONCE = 200;

/** How long a reason is. */
export const REASON_LENGTH = { least: 3, most: 500 } as const;
