import type { LocalizedText } from '../../base/language.ts';
import type { AssuranceLevel } from '../assurance/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { Closed, LoginMeansCode } from './model.ts';

/** Where means come from, as an operator described it (`means apply`). */
type ProviderOf<Kind extends string> = {
  readonly code: string;
  readonly kind: Kind;
  readonly name: LocalizedText | null;
  readonly hint: LocalizedText | null;
  readonly status: { readonly kind: 'open' } | ({ readonly kind: 'closed' } & Closed);
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
};

/** What a level of an OpenID provider is worth here. */
export type OpenidLevel = {
  readonly acr: string;
  readonly means: LoginMeansCode;
  /** As agreed with the provider: an answer never counts for more. */
  readonly assurance: AssuranceLevel;
};

/** Whose staff log in by a provider, and how strongly that counts at most. */
export type BoundTo = {
  readonly organisation: OrganisationId;
  readonly domains: readonly string[];
  readonly assurance: AssuranceLevel;
};

export type OpenidProvider = ProviderOf<'openid'> & {
  readonly levels: readonly OpenidLevel[];
  readonly boundTo: BoundTo | null;
};

export type MeansProvider =
  | OpenidProvider
  | ProviderOf<'certificate'>
  | ProviderOf<'passkey'>
  | ProviderOf<'app-code'>
  | ProviderOf<'email-code'>;

/** The providers of this installation. They are few and asked for with every page of a login, so they are answered from memory. */
export type MeansProviderStore = { list(): Promise<readonly MeansProvider[]> };
