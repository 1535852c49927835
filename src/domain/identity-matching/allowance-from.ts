import { later } from '../../base/time.ts';
import type { Allowance, AttemptBounds } from './model.ts';

/** Tries in the window; `oldest` and `latest` are the moments of the first and the last one of this identifier. */
export type TryCounts = {
  readonly identifier: number;
  readonly address: number;
  readonly oldest: Date | null;
  readonly latest: Date | null;
};

/**
 * How many tries are left after the counted ones, or until when there are none: until the oldest leaves the window. From an
 * address with too many tries each identifier has to wait between two of its own. Many people may share it, so that it never
 * stops somebody who did nothing.
 */
export function allowanceFrom(counts: TryCounts, bounds: AttemptBounds, at: Date): Allowance {
  const triesLeft = bounds.perIdentifier - counts.identifier;
  if (triesLeft <= 0)
    return { kind: 'blocked', until: later(counts.oldest ?? at, bounds.windowMilliseconds) };
  const until = counts.address >= bounds.perAddress ? untilRested(counts, bounds) : null;
  return until !== null && at < until ? { kind: 'blocked', until } : { kind: 'open', triesLeft };
}

/** Whether a try may go on, from the counts in which it is itself counted already; `latest` is the try before it. */
export function mayTry(counts: TryCounts, bounds: AttemptBounds, at: Date): boolean {
  const before = { ...counts, identifier: counts.identifier - 1, address: counts.address - 1 };
  return allowanceFrom(before, bounds, at).kind === 'open';
}

function untilRested({ latest }: TryCounts, { restMilliseconds }: AttemptBounds): Date | null {
  return latest && later(latest, restMilliseconds);
}
