import { type Application, agreementOf } from '../domain/application/index.ts';
import type { Capacity } from '../domain/capacity/index.ts';
import { type Authentication, acrOf } from '../domain/login-means/index.ts';
import type { Person } from '../domain/person/index.ts';
import { capacityOf, roleStrings } from './claims-of-capacity.ts';

/** Claims by wire name, as an application receives them. */
export type Claims = Readonly<Record<string, string | readonly string[]>>;

/** All that decides which claims are released. `acrAsked`: `acr` is told only to those who sent `acr_values`. */
export type ClaimsGrant = {
  readonly person: Pick<Person, 'subject' | 'givenNames' | 'familyName' | 'number'>;
  readonly application: Application;
  readonly capacity: Capacity;
  readonly authentication: Authentication;
  readonly scopes: readonly string[];
  readonly acrAsked: boolean;
};

/**
 * Only the claims that this application may have, for these scopes and this capacity (ACM "scope-claims").
 * `sub` is always there; `rrn` only with its scope; `vo_*` with `vo`; the role claim with its own scope.
 */
export function claimsFor(grant: ClaimsGrant): Claims {
  const { person, capacity, authentication } = grant;
  const agreed = agreementOf(grant.application);
  const granted = new Set(grant.scopes.filter((scope) => agreed.scopes.includes(scope)));
  const claims: Record<string, string | readonly string[]> = { sub: person.subject };
  if (grant.acrAsked) claims.acr = acrOf(authentication.means);
  if (granted.has('profile')) {
    claims.given_name = person.givenNames;
    claims.family_name = person.familyName;
  }
  if (granted.has('rrn') && person.number) claims.rrn = person.number.digits.reveal();
  if (granted.has('vo')) Object.assign(claims, capacityOf(capacity));
  if (granted.has('wettelijkvertegenwoordiger') && capacity.kind === 'organisation') {
    if (capacity.basis.includes('legal-representative')) claims.wv_orgcode = capacity.organisation.code;
  }
  const role = agreed.roleClaim;
  if (role && granted.has(role.scope) && capacity.kind !== 'citizen') {
    const strings = roleStrings(capacity, role.format);
    if (strings.length > 0) claims[role.name] = strings;
  }
  return claims;
}
