import { accountKeysIn } from './account-keys.ts';
import { addressCodesIn } from './address-codes.ts';
import { keySetupsIn } from './key-setups.ts';

export { accountKeyUpkeep } from './account-key-upkeep.ts';

/** Own means of people, by the name under which a use case asks for them. */
export const accountKeyStores = {
  accountKeys: accountKeysIn,
  keySetups: keySetupsIn,
  addressCodes: addressCodesIn,
};
