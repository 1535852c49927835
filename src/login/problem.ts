import type { AssuranceLevel } from '../domain/assurance/index.ts';
import type { CountryCode } from '../domain/eidas-country/index.ts';
import type { LoginMeansCode, TileCode } from '../domain/login-means/index.ts';

/** Why a login cannot go on as it is. Each kind has its page: what happened, what one can do, whom to ask. */
export type Problem =
  | { readonly kind: 'expired' }
  | { readonly kind: 'other-browser' }
  | { readonly kind: 'already-finished' }
  /** What the login rests on has ended: the link between an eID and a person, or what the person was. */
  | { readonly kind: 'link-ended' }
  | { readonly kind: 'changed-elsewhere' }
  | { readonly kind: 'unknown-attempt' }
  | { readonly kind: 'country-answer-refused'; readonly country: CountryCode | null }
  | { readonly kind: 'country-failed'; readonly country: CountryCode }
  | { readonly kind: 'country-level-too-low'; readonly country: CountryCode }
  | { readonly kind: 'country-data-missing'; readonly country: CountryCode; readonly attribute: string }
  | { readonly kind: 'country-unavailable'; readonly country: CountryCode }
  | { readonly kind: 'means-too-weak'; readonly means: LoginMeansCode; readonly assurance: AssuranceLevel }
  /** What came back cannot be believed, or says nothing about this person here. */
  | { readonly kind: 'means-not-accepted'; readonly tile: TileCode }
  | { readonly kind: 'no-means-possible' };
