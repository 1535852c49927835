import type { Brand } from '../../base/brand.ts';
import type { LocalizedText } from '../../base/language.ts';
import type { AssuranceLevel } from '../assurance/index.ts';
import type { OrganisationId } from '../organisation/index.ts';

/**
 * The ways to prove who one is, as applications list them and as `acr` tells them (ACM documentation "authenticatiemiddelen"; the last
 * five, and `mygov`, are ours).
 */
export const loginMeansCodes = [
  'eid',
  'itsme',
  'mygov',
  'eidashigh',
  'eidassubstantial',
  'csamtotp',
  'csamsms',
  'tlsclient',
  'organisation',
  'passkey',
  'staffkey',
  'appcode',
  'emailcode',
] as const;
export type LoginMeansCode = (typeof loginMeansCodes)[number];

/**
 * What a means says of whoever used it: which national number is theirs; an identity that is still to be matched; or only that an account
 * here is theirs.
 */
export type MeansProves = 'number' | 'identity' | 'account';

/** One means, with what it is worth. Of the two number scales higher is stronger; `null` where the scale does not know it. */
export type LoginMeans = {
  readonly code: LoginMeansCode;
  /** The highest that it may reach, whatever a provider says. */
  readonly assurance: AssuranceLevel;
  readonly acmLevel: number | null;
  readonly csamLevel: number | null;
  /** Its name in `acr_values` and `acr`. */
  readonly acr: string;
  /** How it is used (RFC 8176). */
  readonly amr: readonly string[];
  readonly proves: MeansProves;
};

/** What the person proved: by which means, how strongly, when, and in which eIDAS country if it was a European means. */
export type Authentication = {
  readonly means: LoginMeansCode;
  readonly assurance: AssuranceLevel;
  readonly at: Date;
  readonly country: string | null;
  /** What was pressed; absent in what was kept before there were providers. */
  readonly tile?: TileCode | null;
  /** The link that led from the eID to the person (internal id); absent where the means names the person itself. */
  readonly link?: string | null;
  /** The account key that was used (internal id): what rests on it ends with it. */
  readonly key?: string | null;
  /** The browser that it was proved in (internal id): what rests on it ends when its owner logs out there. */
  readonly device?: string | null;
  /** The only organisation that it counts for; everywhere when absent. */
  readonly organisation?: OrganisationId | null;
};

/** The kinds of login means: each has its own adapter. */
export const meansKinds = ['eidas', 'openid', 'certificate', 'passkey', 'app-code', 'email-code'] as const;
export type MeansKind = (typeof meansKinds)[number];

/** The name of a tile in addresses and in what a browser remembers: lower-case letters, digits and hyphens, 40 at most. */
export type TileCode = Brand<string, 'TileCode'>;

/** What a person presses on the page where they choose how to log in. It leads to one provider, and may yield several means. */
export type Tile = {
  readonly code: TileCode;
  readonly kind: MeansKind;
  /** The code of the provider; `null` for what every installation has. */
  readonly provider: string | null;
  readonly means: readonly LoginMeansCode[];
  /** As the provider names it; `null` for the words of the page. */
  readonly name: LocalizedText | null;
  readonly hint: LocalizedText | null;
  readonly closed: Closed | null;
  /** From when it will be closed, where that was announced. */
  readonly closesAt: Date | null;
};

/** Why something cannot be used now, in the words of its operator, and until when that is expected to last. */
export type Closed = { readonly reason: LocalizedText | null; readonly until: Date | null };

/** How a tile stands for one login. */
export type TileOffer = {
  readonly tile: Tile;
  /** Those of its means that are enough. */
  readonly means: readonly LoginMeansCode[];
  readonly usable:
    | { readonly kind: 'usable' }
    | { readonly kind: 'too-weak' }
    | { readonly kind: 'closed'; readonly closed: Closed }
    | { readonly kind: 'not-available' };
};
