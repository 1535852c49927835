import type { CountryCode, CountryHealth, EidasCountry, RequestBinding } from './model.ts';

export type FreshMetadata = { readonly xml: string; readonly entityId: string };

export type EidasCountryStore = {
  find(code: CountryCode): Promise<EidasCountry | null>;
  list(): Promise<readonly EidasCountry[]>;
  put(country: EidasCountry): Promise<{ readonly kind: 'added' | 'changed' | 'unchanged' }>;
  /** Replaces only the metadata, after they were verified, and keeps which entity they describe. */
  putMetadata(code: CountryCode, metadata: FreshMetadata, at: Date): Promise<void>;
  /** When the metadata that are in use were taken; `null` without any. */
  metadataSince(code: CountryCode): Promise<Date | null>;
  healthOf(code: CountryCode): Promise<CountryHealth | null>;
  health(): Promise<readonly CountryHealth[]>;
  putHealth(health: CountryHealth): Promise<void>;
};

/** Metadata as they came from an address: not believed before their signature is. */
export type FetchedMetadata =
  | { readonly kind: 'fetched'; readonly xml: string }
  | {
      readonly kind: 'failed';
      readonly reason: 'unreachable' | 'status' | 'redirect' | 'too-large' | 'encoding';
    };

/** Fetches metadata from the address that an operator gave. */
export type FetchMetadata = (url: string) => Promise<FetchedMetadata>;

/** What the metadata of a country are worth under the anchors, signers and entity that are kept with them. */
export type VerifiedMetadata =
  | {
      readonly kind: 'accepted';
      readonly entityId: string;
      /** How requests can go to it. */
      readonly offers: readonly RequestBinding[];
      /** How many of its keys are too weak to be used: somebody should tell the country. */
      readonly weakKeys: number;
    }
  /** One of docs/reference/eidas-checks.md, and what it means. */
  | { readonly kind: 'refused'; readonly code: string; readonly meaning: string };

/** Verifies metadata at a moment. */
export type VerifyMetadata = (country: EidasCountry, at: Date) => VerifiedMetadata;
