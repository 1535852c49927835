export { addingNeeds, addKey, newKey } from './add-key.ts';
export type { BindOrganisationAccount, BoundAccount } from './bind-organisation-account.ts';
export {
  type BeginPasskey,
  type BindPasskey,
  type BoundPasskey,
  beginPasskey,
  bindPasskey,
  type PasskeyWish,
} from './bind-passkey.ts';
export { type BindingAuthority, bindingBy } from './binding.ts';
export type { RemovedKey, RenameKey } from './change-key.ts';
export { type JudgedPasskey, judgeUse, type UsedPasskey } from './judge-passkey.ts';
export { type KeptUse, useOrganisationAccount, usePasskey, usingNeeds } from './keep-use.ts';
export type { ListedKeys } from './list-keys.ts';
export type { CheckCodes, CheckedCodes, CodeError, SendLoginCode } from './login-by-codes.ts';
export type { SentCode } from './mail-code.ts';
export * from './model.ts';
export { type AccountKeys, openAccountKeys } from './open-account-keys.ts';
export {
  isTaken,
  type PasskeyRules,
  passkeyRulesIn,
  policiesFor,
  type RightWanted,
} from './passkey-policy.ts';
export type * from './passkeys.ts';
export type * from './ports.ts';
export { passkeyRefusals } from './ports.ts';
export type { ConfirmedAddress, ProveAddress } from './prove-address.ts';
export { type MadeCodes, readRecoveryCode } from './recovery-codes.ts';
export type { AppSetup, ConfirmApp, ConfirmedApp } from './set-up-app.ts';
export { addressesOf, type HolderMail, tellHolder, tellingNeeds, writeToPerson } from './tell-holder.ts';
export { countWaysIn, type OtherWays, WAYS_TO_HAVE } from './ways-in.ts';
export type { AccountKeySettings, AccountKeyStores, KeyHolder } from './world.ts';
