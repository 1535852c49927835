import { type Clock, MINUTE, SECOND } from '../../../base/time.ts';

/** Whether somebody may ask now, or how many seconds they should wait. */
export type Admission = { readonly kind: 'open' } | { readonly kind: 'wait'; readonly seconds: number };

/** Bounds how often something happens per key: so many at once, and so many in a while afterwards. */
export type Throttle = {
  /** Counts one for this key, when it is open. */
  take(key: string): Admission;
  /** Counts one whatever the key has left: for what shows only afterwards. */
  count(key: string): void;
  /** Whether one more would be open, without counting it. */
  look(key: string): Admission;
};

/** Keys that are remembered; the one that was silent longest is forgotten first, so that strangers cannot fill the memory. */
const REMEMBERED = 100_000;

/**
 * A bucket per key that holds `most` and fills up in so many milliseconds, in the memory of this process: with several processes somebody gets so much of
 * each. It bounds cost and noise; what must hold exactly is counted in the database.
 */
export function openThrottle(clock: Clock, most: number, milliseconds = MINUTE): Throttle {
  const buckets = new Map<string, { left: number; at: number }>();
  const bucketOf = (key: string) => {
    const now = clock().getTime();
    const { left, at } = buckets.get(key) ?? { left: most, at: now };
    // A clock that went back fills nothing.
    return { left: Math.min(most, left + (Math.max(0, now - at) * most) / milliseconds), at: now };
  };
  const keep = (key: string, bucket: { left: number; at: number }) => {
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.size > REMEMBERED ? buckets.keys() : [];
    if (oldest !== undefined) buckets.delete(oldest);
  };
  const admit = (left: number): Admission =>
    left >= 1
      ? { kind: 'open' }
      : { kind: 'wait', seconds: Math.ceil(((1 - left) * milliseconds) / most / SECOND) };
  return {
    take(key) {
      const { left, at } = bucketOf(key);
      const admission = admit(left);
      keep(key, { left: admission.kind === 'open' ? left - 1 : left, at });
      return admission;
    },
    count(key) {
      const { left, at } = bucketOf(key);
      keep(key, { left: Math.max(left - 1, 0), at });
    },
    look: (key) => admit(bucketOf(key).left),
  };
}
