import type { Brand } from '../../base/brand.ts';
import type { LocalizedText } from '../../base/language.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { AssuranceLevel } from '../assurance/index.ts';

/** ISO 3166-1 alpha-2 as eIDAS writes it: `EL` for Greece, `EU` for the institutions (metadata, SAML attribute profile 2.2.3). */
export type CountryCode = Brand<string, 'CountryCode'>;

/** A notified electronic identification means of a member state (Regulation (EU) 910/2014 article 9). */
export type NotifiedMeans = {
  readonly name: string;
  readonly assurance: AssuranceLevel;
  readonly notifiedOn: CalendarDate | null;
};

/**
 * How long the identifiers of a country stay the same, after the Swedish "eIDAS constructed attributes":
 * A for a whole life, B may change now and then, C changes with each document.
 */
export type PersistenceClass = 'A' | 'B' | 'C';

/** Why a country is closed and what a person can do instead: data, never code. */
export type CountryClosure = {
  readonly reason:
    | 'not-connected'
    | 'not-notified'
    | 'level-too-low'
    | 'temporary-problem'
    | 'registration-office';
  readonly text: LocalizedText | null;
};

/** The SAML bindings by which a request can go to a member state (eIDAS Message Format 1.4, 2.3). */
export const requestBindings = ['post', 'redirect'] as const;
export type RequestBinding = (typeof requestBindings)[number];

/** One member state, as data: what it notified, whether it is open, and how to reach and trust its node. */
export type EidasCountry = {
  readonly code: CountryCode;
  readonly name: LocalizedText;
  readonly status: { readonly kind: 'open' } | { readonly kind: 'closed'; readonly closure: CountryClosure };
  readonly means: readonly NotifiedMeans[];
  readonly persistence: PersistenceClass;
  /** SAML metadata of the country's eIDAS service, as last accepted; `null` when it was never connected. */
  readonly metadata: string | null;
  /** The entity that its metadata must describe: the one that `country apply` found or was told; `null` when it was never connected. */
  readonly entityId: string | null;
  /** Trust anchors, PEM: the metadata signature must chain to one of these. */
  readonly trust: readonly string[];
  /** SHA-256 fingerprints of the only certificates that may sign it; any under the anchors when there are none. */
  readonly signers: readonly string[];
  /** How requests go to it: by HTTP-POST where it offers that (`null`), or by the binding that was agreed with it. */
  readonly binding: RequestBinding | null;
  /** Where to fetch fresh metadata; `null` when it is only replaced by `country apply`. */
  readonly refreshFrom: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly source: string | null;
};

/** The health of a country's connection as people and operators see it. */
export type CountryHealth = {
  readonly code: CountryCode;
  readonly kind: 'working' | 'metadata-expiring' | 'metadata-expired' | 'failing';
  readonly since: Date;
  readonly detail: string | null;
};

/** How a country stands on the page of flags, for one application at one moment. */
export type CountryOffer = {
  readonly country: EidasCountry;
  readonly usable:
    | { readonly kind: 'usable' }
    | { readonly kind: 'not-usable'; readonly closure: CountryClosure };
};
