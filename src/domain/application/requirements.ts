import type { AssuranceLevel } from '../assurance/index.ts';
import { type LoginMeansCode, sufficientMeans } from '../login-means/index.ts';
import type { TargetGroup } from '../organisation/index.ts';
import type { Application, ApplicationId, OidcApplication, Opening } from './model.ts';

/** Reads a `client_id`: 1 to 100 visible ASCII characters; `null` when it is not one. */
export function parseApplicationId(text: string): ApplicationId | null {
  return /^[\x21-\x7e]{1,100}$/.test(text) ? (text as ApplicationId) : null;
}

/** What this application asks of everybody who logs in: the level, and the means that reach it. */
export function requirementsOf(application: Application): {
  readonly assurance: AssuranceLevel;
  readonly means: readonly LoginMeansCode[];
} {
  return { assurance: application.assurance, means: sufficientMeans(application) };
}

/** How the application is open to a target group; `null` when it is not. */
export function openingFor(
  application: Pick<Application, 'openTo'>,
  targetGroup: TargetGroup,
): Opening | null {
  return application.openTo.find((opening) => opening.targetGroup === targetGroup) ?? null;
}

/** Whether the application is open to this target group at all. */
export function admits(application: Pick<Application, 'openTo'>, targetGroup: TargetGroup): boolean {
  return openingFor(application, targetGroup) !== null;
}

/** What an application is told of a login. */
export type Agreement = Pick<OidcApplication, 'scopes' | 'roleClaim' | 'confirmSharing'>;

const NOTHING_TOLD: Agreement = { scopes: [], roleClaim: null, confirmSharing: 'never' };

/** What was agreed to tell an application; pages of our own are told nothing. */
export function agreementOf(application: Application): Agreement {
  return application.protocol === 'own' ? NOTHING_TOLD : application;
}

/** The scopes that are outside the agreement: with even one, a request is refused before any login (ACM "scope-claims"). */
export function unagreedScopes(
  application: Pick<Agreement, 'scopes'>,
  scopes: readonly string[],
): readonly string[] {
  return scopes.filter((scope) => !application.scopes.includes(scope));
}
