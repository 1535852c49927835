import { knownLoginsIn } from './known-logins.ts';
import { ownLoginsIn } from './own-logins.ts';

export { accountUpkeep } from './account-upkeep.ts';
export { type KnownLoginsRow, readKnownLogins, selectKnownLogins } from './known-logins.ts';

/** What accounts keep, by the name under which a use case asks for it. */
export const accountStores = { knownLogins: knownLoginsIn, ownLogins: ownLoginsIn };
