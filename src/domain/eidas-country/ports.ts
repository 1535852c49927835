import type { CountryCode, CountryHealth, EidasCountry } from './model.ts';

export type EidasCountryStore = {
  find(code: CountryCode): Promise<EidasCountry | null>;
  list(): Promise<readonly EidasCountry[]>;
  put(country: EidasCountry): Promise<{ readonly kind: 'added' | 'changed' | 'unchanged' }>;
  /** Replaces only the metadata, after it was verified. */
  putMetadata(code: CountryCode, metadata: string, at: Date): Promise<void>;
  healthOf(code: CountryCode): Promise<CountryHealth | null>;
  health(): Promise<readonly CountryHealth[]>;
  putHealth(health: CountryHealth): Promise<void>;
};
