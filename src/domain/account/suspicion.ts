import { type AssuranceLevel, isAtLeast } from '../assurance/index.ts';
import { type LoginMeansCode, reaches } from '../login-means/index.ts';
import { type KnownLogins, type NotedLogin, noveltyOf } from './known-logins.ts';

/** What an installation finds suspicious: a login in a browser that is new to the person, below this level. `null` finds nothing so. */
export type SuspicionPolicy = { readonly newDeviceBelow: AssuranceLevel | null };

export type Suspicion =
  | { readonly kind: 'none' }
  /** Somebody who has a stronger means is asked for it, and told which they used before. */
  | {
      readonly kind: 'stronger-means';
      readonly below: AssuranceLevel;
      readonly means: readonly LoginMeansCode[];
    };

/**
 * Whether a login asks for a stronger means. Only ever for one that the person used before and that this login takes: whoever has none goes
 * on and is told by mail, so nobody is shut out by caution.
 */
export function suspicionOf(
  { newDeviceBelow: below }: SuspicionPolicy,
  known: KnownLogins,
  login: Pick<NotedLogin, 'device' | 'means'> & {
    readonly assurance: AssuranceLevel;
    /** The means that are enough for this login and can be used now. */
    readonly offered: readonly LoginMeansCode[];
  },
): Suspicion {
  if (below === null || isAtLeast(login.assurance, below)) return { kind: 'none' };
  if (!noveltyOf(known, login).isNewDevice) return { kind: 'none' };
  const means = known.means
    .filter(({ lastUsedAt, isBlocked }) => lastUsedAt !== null && !isBlocked)
    .map(({ code }) => code)
    .filter((code) => reaches(code, below) && login.offered.includes(code));
  return means.length === 0 ? { kind: 'none' } : { kind: 'stronger-means', below, means };
}
