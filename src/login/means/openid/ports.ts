import type { AssuranceLevel } from '../../../domain/assurance/index.ts';
import type { LoginMeansCode, OpenIdProvider } from '../../../domain/login-means/index.ts';
import type { NationalNumber } from '../../../domain/person/index.ts';

/** What a request was made with, and its answer is held against. It stays with the login, and never leaves the server. */
export type UpstreamRequest = {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The means that was asked for. */
  readonly means: LoginMeansCode;
  /** How old the proof may be at most, in seconds, when the request is made. */
  readonly maxAgeSeconds: number;
  /** Whether the application asked for that: then the provider must tell how old it is. */
  readonly isAgeAsked: boolean;
  readonly sentAt: Date;
};

/** What a login asks of a provider besides who it is. */
export type UpstreamWish = {
  readonly isForced: boolean;
  readonly loginHint: string | null;
  readonly languages: readonly string[];
  /** The lowest level that is enough: weaker ones are not asked for. */
  readonly assurance: AssuranceLevel;
};

/** Who logged in at the provider, of which every word was verified. */
export type UpstreamClaims = {
  readonly issuer: string;
  readonly subject: string;
  readonly means: LoginMeansCode;
  /** As it was agreed for what the answer tells, and no higher. */
  readonly assurance: AssuranceLevel;
  /** When the person proved who they are: at the provider, where it tells. */
  readonly at: Date;
  /** Only from a provider that proves numbers, and then always. */
  readonly number: NationalNumber | null;
  readonly names: { readonly givenNames: string; readonly familyName: string } | null;
  /** Only an address of which the provider says that it was verified, in small letters. */
  readonly email: string | null;
};

export type UpstreamOutcome =
  | { readonly kind: 'proven'; readonly claims: UpstreamClaims }
  /** The person stopped there. */
  | { readonly kind: 'cancelled' }
  /** The provider says that the person did not log in. */
  | { readonly kind: 'failed'; readonly error: string }
  /** Less was proved than what was agreed for any level. */
  | { readonly kind: 'too-weak' }
  /** The code was used: by this answer itself when it comes twice, or by somebody else. */
  | { readonly kind: 'used' }
  /** The answer does not hold; `code` says which check, and nothing that the provider wrote. */
  | { readonly kind: 'refused'; readonly code: string }
  /** The provider could not be asked. */
  | { readonly kind: 'unavailable'; readonly reason: string };

export type UpstreamDeparture =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Sluis as a client of OpenID providers. */
export type Upstream = {
  /** The address at the provider that this request leads to; the same request leads to the same address. */
  depart(provider: OpenIdProvider, request: UpstreamRequest, wish: UpstreamWish): Promise<UpstreamDeparture>;
  /** What an answer proves. `search`: the query of the address at which the browser came back. */
  receive(provider: OpenIdProvider, request: UpstreamRequest, search: string): Promise<UpstreamOutcome>;
};
