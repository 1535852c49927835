import type { Redacted } from '../../base/redacted.ts';
import type { AssuranceLevel } from '../../domain/assurance/index.ts';
import type { LoginMeansCode } from '../../domain/login-means/index.ts';
import type { NationalNumber } from '../../domain/person/index.ts';
import type { UpstreamRefusal } from './refusal-codes.ts';

/** One level that was agreed with a provider: how it is asked for, how an answer tells it, and what it counts for. */
export type UpstreamLevel = {
  readonly acr: string;
  readonly alsoTold: readonly string[];
  readonly amr: readonly string[];
  readonly means: LoginMeansCode;
  readonly assurance: AssuranceLevel;
};

/** What a client of a provider goes by: its row among the providers of login means, as far as the protocol reads it. */
export type UpstreamProvider = {
  readonly code: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly keys: Redacted<string>;
  readonly assertionAudience: 'issuer' | 'token-endpoint';
  readonly scopes: readonly string[];
  readonly levels: readonly UpstreamLevel[];
  readonly proves:
    | { readonly kind: 'number'; readonly claim: string }
    | { readonly kind: 'account'; readonly domains: readonly string[] };
  readonly claims: { readonly givenNames: string; readonly familyName: string };
  readonly signing: { readonly idToken: readonly string[]; readonly userinfo: readonly string[] };
  readonly encryption: { readonly keys: readonly string[]; readonly contents: readonly string[] } | null;
};

/** What a request was made with, and its answer is held against. It stays with the login, and never leaves the server. */
export type UpstreamRequest = {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The means that was asked for. */
  readonly means: LoginMeansCode;
  /** How old the proof may be at most, in seconds, when the request is made; `null`: as old as any proof that counts. */
  readonly maxAgeSeconds: number | null;
  readonly sentAt: Date;
};

/** What a login asks of a provider besides who it is. */
export type UpstreamWish = {
  readonly forced: boolean;
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
  /** The answer does not hold. */
  | { readonly kind: 'refused'; readonly code: UpstreamRefusal }
  /** The provider could not be asked. */
  | { readonly kind: 'unavailable'; readonly reason: string };

export type UpstreamDeparture =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Sluis as a client of OpenID providers. */
export type Upstream = {
  /** The address at the provider that this request leads to; the same request leads to the same address. */
  depart(
    provider: UpstreamProvider,
    request: UpstreamRequest,
    wish: UpstreamWish,
  ): Promise<UpstreamDeparture>;
  /** What an answer proves. `search`: the query of the address at which the browser came back. */
  receive(provider: UpstreamProvider, request: UpstreamRequest, search: string): Promise<UpstreamOutcome>;
};
