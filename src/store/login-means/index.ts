export { type CachedMeansProviders, openCachedMeansProviders } from './cached-means-providers.ts';
