export { type CachedCountries, openCachedCountries } from './cached-countries.ts';
