import { type AssuranceLevel, isAtLeast } from '../assurance/index.ts';
import type { Authentication, LoginMeansCode } from './model.ts';
import { loginMeans, reaches } from './table.ts';

/** What an application asks of a login; an `Application` is one. */
export type LoginRequirements = {
  readonly assurance: AssuranceLevel;
  readonly loginMeans: readonly LoginMeansCode[];
};

/** The means that an application lists and that reach its level. */
export function sufficientMeans(application: LoginRequirements): readonly LoginMeansCode[] {
  return application.loginMeans.filter((means) => mayReach(means, application));
}

/**
 * Whether a means can reach the level of an application. The key that came with an invitation of staff opens the pages of staff whatever
 * their level, because an operator vouched for its holder; it reaches nothing where it is not listed, and only those pages list it.
 */
export function mayReach(
  means: LoginMeansCode,
  { assurance, loginMeans: listed }: LoginRequirements,
): boolean {
  return means === 'staffkey' ? listed.includes(means) : reaches(means, assurance);
}

/**
 * Whether what a person proved is enough: the level is reached and the means is among those allowed. A login at level high with a
 * European means also satisfies a request that lists only the substantial one: the same key, proved more strongly.
 */
export function isEnough(
  authentication: Pick<Authentication, 'means' | 'assurance'>,
  means: readonly LoginMeansCode[],
  assurance: AssuranceLevel,
): boolean {
  if (authentication.means === 'staffkey')
    return means.includes('staffkey') && authentication.assurance === loginMeans.staffkey.assurance;
  if (!isAtLeast(authentication.assurance, assurance)) return false;
  if (means.includes(authentication.means)) return true;
  return authentication.means === 'eidashigh' && means.includes('eidassubstantial');
}

/** Under which means a login by eIDAS counts; `null` for level low, which no application accepts. */
export function eidasMeansFor(assurance: AssuranceLevel): LoginMeansCode | null {
  if (assurance === 'high') return 'eidashigh';
  return assurance === 'substantial' ? 'eidassubstantial' : null;
}

/** The level to ask of a member state for these means: the lowest that is enough, so that nobody is refused without need. */
export function eidasAssuranceAsked(means: readonly LoginMeansCode[]): AssuranceLevel {
  return means.includes('eidassubstantial') ? 'substantial' : 'high';
}
