import type { CountryCode, CountryHealth, EidasCountry } from './model.ts';

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
