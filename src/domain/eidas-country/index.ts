export { type AppliedCountry, applyCountry } from './apply-country.ts';
export {
  type CountryNames,
  type CountryOrder,
  countryName,
  countryOrder,
  namesOfCountries,
} from './country-name.ts';
export { healthOfOpen } from './health-of-open.ts';
export { judgeMetadata, type MetadataLife } from './judge-metadata.ts';
export * from './model.ts';
export { offerCountries } from './offer-countries.ts';
export { isTestCountry, parseCountryCode } from './parse-country-code.ts';
export type {
  EidasCountryStore,
  FetchedMetadata,
  FetchMetadata,
  FreshMetadata,
  VerifiedMetadata,
  VerifyMetadata,
} from './ports.ts';
export { searchCountries } from './search-countries.ts';
