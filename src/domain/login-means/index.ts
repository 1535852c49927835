export { acrOf, acrValuesSupported, narrowMeans } from './acr.ts';
export { type LastMeans, lastMeansOf, parseLastMeans, writeLastMeans } from './last-means.ts';
export * from './model.ts';
export { allTiles, offerTiles, parseTile, tileOf } from './offer-tiles.ts';
export type { LoginRequirements } from './requirements.ts';
export { eidasAssuranceAsked, eidasMeansFor, isEnough, sufficientMeans } from './requirements.ts';
export { loginMeans, parseLoginMeans, reaches } from './table.ts';
