export { accountApplication, accountApplicationId } from './account-application.ts';
export { type AccountOwner, isFreshOwner } from './model.ts';
export { type Account, openAccount } from './open-account.ts';
export { type AccountPath, accountHome, parseAccountPath } from './parse-account-path.ts';
export type { AccountView } from './view-account.ts';
export type { AccountStores } from './world.ts';
