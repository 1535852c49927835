import type { Application } from '../../domain/application/index.ts';
import type { Capacity } from '../../domain/capacity/index.ts';
import type { Authentication } from '../../domain/login-means/index.ts';
import type { Person } from '../../domain/person/index.ts';

/** Claims by wire name, as an application receives them. */
export type Claims = Readonly<Record<string, string | readonly string[]>>;

/**
 * Only the claims that this application may have, for these scopes and this capacity (ACM "scope-claims").
 * `sub` is always there; `rrn` only with its scope; `vo_*` with `vo`; the role claim with its own scope.
 */
export function claimsFor(_grant: {
  readonly person: Person;
  readonly application: Application;
  readonly capacity: Capacity;
  readonly authentication: Authentication;
  readonly scopes: readonly string[];
}): Claims {
  throw new Error('not built yet');
}
