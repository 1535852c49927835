export { type AppliedApplication, type ApplyStores, applyApplication } from './apply-application.ts';
export {
  countingContexts,
  excludesEachOther,
  findRight,
  latestDayOf,
  nameOfContext,
  packagesOf,
  type RightName,
  type RightPackage,
} from './catalogue.ts';
export {
  type CatalogueChange,
  compareCatalogues,
  type EffectOnRight,
  effectOn,
  type HeldRight,
} from './compare-catalogues.ts';
export * from './model.ts';
export { isOffered, type OfferedOrganisation, offeredRights } from './offers.ts';
export type {
  ApplicationStore,
  CatalogueVersion,
  CatalogueVersions,
  HolderOfRight,
  RightHolders,
} from './ports.ts';
export {
  admits,
  agreementOf,
  openingFor,
  parseApplicationId,
  requirementsOf,
  unagreedScopes,
} from './requirements.ts';
export type { CatalogueEffects } from './tell-effects.ts';
