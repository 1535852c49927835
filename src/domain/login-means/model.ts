import type { AssuranceLevel } from '../assurance/index.ts';

/**
 * The ways to prove who one is. Codes are the last part of the URN that applications send in `acr_values`
 * (`urn:be:vlaanderen:authmech:<code>`, ACM documentation "authenticatiemiddelen").
 */
export const loginMeansCodes = [
  'eid',
  'itsme',
  'eidashigh',
  'eidassubstantial',
  'csamtotp',
  'csamsms',
] as const;
export type LoginMeansCode = (typeof loginMeansCodes)[number];

/** One means: its eIDAS assurance level and the two number scales of ACM and of CSAM. Higher is stronger. */
export type LoginMeans = {
  readonly code: LoginMeansCode;
  readonly assurance: AssuranceLevel;
  readonly acmLevel: number;
  readonly csamLevel: number;
};

/** What the person proved: by which means, how strongly, when, and in which eIDAS country if it was a European means. */
export type Authentication = {
  readonly means: LoginMeansCode;
  readonly assurance: AssuranceLevel;
  readonly at: Date;
  readonly country: string | null;
  /** The link that led from the eID to the person (internal id); absent where the means names the person itself. */
  readonly link?: string | null;
};

/** One tile on the page where a person chooses how to log in. The two eIDAS means share one tile. */
export type Tile = 'eid' | 'itsme' | 'eidas' | 'csamtotp' | 'csamsms';

export type TileOffer = {
  readonly tile: Tile;
  readonly means: readonly LoginMeansCode[];
  readonly usable:
    | { readonly kind: 'usable' }
    | { readonly kind: 'too-weak' }
    | { readonly kind: 'not-available' };
};
