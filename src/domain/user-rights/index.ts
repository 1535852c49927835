export {
  type ChangeContexts,
  type ChangedRights,
  changeContexts,
  type EndRights,
  type ExtendRights,
  endRights,
  extendRights,
} from './change-rights.ts';
export { type ChangeQuestion, checkContexts, checkEnding, checkExtending } from './check-change.ts';
export {
  checkGiving,
  type Giver,
  type GivingCatalogue,
  type GivingQuestion,
  mayGiveTo,
  validityOf,
} from './check-giving.ts';
export { type ImportCheckStores, type ImportedRightRefusal, openImportCheck } from './check-imported.ts';
export {
  type GivenRights,
  type GiveRights,
  giveForPlatform,
  giveRights,
  givingNeeds,
} from './give-rights.ts';
export { eventOfImportedRight, type ImportedRight, type ImportedRightChange } from './imported.ts';
export * from './model.ts';
export { openUserRights, type UserRightDesk } from './open-user-rights.ts';
export type { EndingFilter, EndingRight, EndingRights, RelationOfRights, UserRights } from './ports.ts';
export { remindOfEndingDuty } from './remind-duty.ts';
export { type SameAs, sameAs } from './same-as.ts';
export { type AskedEnding, firstOfMonth, type ViewedEnding, viewEnding } from './view-ending.ts';
export type { OfferedApplication, PreviewedGiving, ViewedGiving } from './view-giving.ts';
export type { ViewedRight } from './view-right.ts';
export type { UserRightSettings, UserRightStores, UserRightWorld } from './world.ts';
