import type { World } from '../../base/unit-of-work.ts';
import { viewAccount } from './view-account.ts';
import { type AccountStores, bindAccount } from './world.ts';

/** What somebody sees and does in their own account. */
export type Account = ReturnType<typeof openAccount>;

/** Opens the acts of one's own account. */
export function openAccount(world: World<AccountStores>) {
  const run = bindAccount(world);
  return { viewAccount: run(viewAccount) };
}
