import { later } from '../../base/time.ts';
import type { Allowance, AttemptBounds } from './model.ts';

/** Tries in the window; `oldest` is the moment at which the first of them was made. */
export type TryCounts = {
  readonly identifier: number;
  readonly address: number;
  readonly oldest: Date | null;
};

/** How many tries are left after the counted ones, or until when there are none: until the oldest leaves the window. */
export function allowanceFrom(counts: TryCounts, bounds: AttemptBounds, at: Date): Allowance {
  const triesLeft = Math.min(bounds.perIdentifier - counts.identifier, bounds.perAddress - counts.address);
  if (triesLeft > 0) return { kind: 'open', triesLeft };
  return { kind: 'blocked', until: later(counts.oldest ?? at, bounds.windowMilliseconds) };
}

/** Whether a try may go on, from the counts in which it is itself counted already. */
export function mayTry(counts: TryCounts, bounds: AttemptBounds): boolean {
  return counts.identifier <= bounds.perIdentifier && counts.address <= bounds.perAddress;
}
