import type { AssuranceLevel } from '../domain/assurance/index.ts';
import type { LoginMeansCode, TileCode } from '../domain/login-means/index.ts';
import type { EidasProblem } from './means/eidas/said.ts';

/** Why a login cannot go on as it is. Each kind has its page: what happened, what one can do, whom to ask. */
export type Problem =
  | { readonly kind: 'expired' }
  | { readonly kind: 'other-browser' }
  | { readonly kind: 'already-finished' }
  /** What the login rests on has ended: the link between an eID and a person, or what the person was. */
  | { readonly kind: 'link-ended' }
  | { readonly kind: 'changed-elsewhere' }
  | { readonly kind: 'unknown-attempt' }
  | EidasProblem
  | { readonly kind: 'means-too-weak'; readonly means: LoginMeansCode; readonly assurance: AssuranceLevel }
  /** The person wants nobody to log in by it as them. */
  | { readonly kind: 'means-blocked'; readonly means: LoginMeansCode }
  /** The register tells that the owner of this number died or was struck off. */
  | { readonly kind: 'number-ended' }
  /** What came back cannot be believed, or says nothing about this person here. */
  | { readonly kind: 'means-not-accepted'; readonly tile: TileCode }
  | { readonly kind: 'no-means-possible' };
