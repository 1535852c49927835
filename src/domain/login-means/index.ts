export { acrOf, acrValuesSupported, narrowMeans } from './acr.ts';
export { type AppliedProvider, applyProvider, type TrustFacts } from './apply-provider.ts';
export { type LastMeans, lastMeansOf, parseLastMeans, writeLastMeans } from './last-means.ts';
export * from './model.ts';
export { offerTiles, usableOffer } from './offer-tiles.ts';
export * from './provider.ts';
export { conflictOf, type ProviderConflict } from './provider-conflicts.ts';
export { closureAhead, closureAt, isInForce, isOpenAt, parseProviderCode } from './provider-standing.ts';
export type { LoginRequirements } from './requirements.ts';
export { eidasAssuranceAsked, eidasMeansFor, isEnough, sufficientMeans } from './requirements.ts';
export { loginMeans, meansByDefault, meansOfApplications, parseLoginMeans, reaches } from './table.ts';
export {
  appCodeTile,
  certificateTile,
  eidasTile,
  emailCodeTile,
  organisationTile,
  parseTileCode,
  passkeyTile,
  tileCodeOf,
} from './tile-code.ts';
export { tilesOf } from './tiles.ts';
