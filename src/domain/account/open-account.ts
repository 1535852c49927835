import type { World } from '../../base/unit-of-work.ts';
import { blockMeans, unblockMeans, unlinkEid } from './change-ways.ts';
import { endDevice, endOtherDevices } from './end-logins.ts';
import { viewAccount } from './view-account.ts';
import { viewDevices } from './view-devices.ts';
import { viewWays } from './view-ways.ts';
import { type AccountSettings, type AccountStores, bindAccount } from './world.ts';

/** What somebody sees and does in their own account. */
export type Account = ReturnType<typeof openAccount>;

/** Opens the acts of one's own account. */
export function openAccount(world: World<AccountStores, AccountSettings>) {
  const run = bindAccount(world);
  return {
    viewAccount: run(viewAccount),
    viewWays: run(viewWays),
    unlinkEid: run(unlinkEid),
    blockMeans: run(blockMeans),
    unblockMeans: run(unblockMeans),
    viewDevices: run(viewDevices),
    endDevice: run(endDevice),
    endOtherDevices: run(endOtherDevices),
  };
}
