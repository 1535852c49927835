import type { World } from '../../base/unit-of-work.ts';
import { bindOrganisationAccount } from './bind-organisation-account.ts';
import { beginPasskey, bindPasskey } from './bind-passkey.ts';
import { removeKey, renameKey } from './change-key.ts';
import { findPasskey, judgePasskey } from './judge-passkey.ts';
import { listKeys } from './list-keys.ts';
import { checkCodes, sendLoginCode } from './login-by-codes.ts';
import { beginAddress, confirmAddress } from './prove-address.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { beginApp, confirmApp } from './set-up-app.ts';
import { type AccountKeySettings, type AccountKeyStores, bindAccountKeys } from './world.ts';

/** What people do with their own means. Every call is one transaction. */
export type AccountKeys = ReturnType<typeof openAccountKeys>;

/** Opens what people do with their own means. */
export function openAccountKeys(world: World<AccountKeyStores, AccountKeySettings>) {
  const run = bindAccountKeys(world);
  return {
    listKeys: run(listKeys),
    renameKey: run(renameKey),
    removeKey: run(removeKey),
    bindOrganisationAccount: run(bindOrganisationAccount),
    beginPasskey: run(beginPasskey),
    bindPasskey: run(bindPasskey),
    findPasskey: run(findPasskey),
    judgePasskey: run(judgePasskey),
    beginApp: run(beginApp),
    confirmApp: run(confirmApp),
    makeRecoveryCodes: run(makeRecoveryCodes),
    beginAddress: run(beginAddress),
    confirmAddress: run(confirmAddress),
    sendLoginCode: run(sendLoginCode),
    checkCodes: run(checkCodes),
  };
}
