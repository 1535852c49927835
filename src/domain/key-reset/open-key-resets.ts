import { afterOthers } from '../../base/changed-meanwhile.ts';
import type { World } from '../../base/unit-of-work.ts';
import type { AccountKeySettings } from '../account-keys/index.ts';
import { decideReset } from './decide-reset.ts';
import { findReset, listResets, ownReset } from './list-resets.ts';
import { proposeReset } from './propose-reset.ts';
import { reportLostKey } from './report-lost-key.ts';
import { stopByLink, stopOwn, withdrawReset } from './stop-reset.ts';
import { type UseReset, useReset, viewReset, wishForReset } from './use-reset.ts';
import { bindKeyResets, type KeyResetStores } from './world.ts';

/** The way back in for somebody who has lost every key: what they do, and what two members of staff do. */
export type KeyResets = ReturnType<typeof openKeyResets>;

/** Opens resets of keys. Every call is one transaction. */
export function openKeyResets(world: World<KeyResetStores, AccountKeySettings>) {
  const run = bindKeyResets(world);
  const use = run(useReset);
  return {
    report: run(reportLostKey),
    listResets: run(listResets),
    findReset: run(findReset),
    proposeReset: run(proposeReset),
    decideReset: run(decideReset),
    withdrawReset: run(withdrawReset),
    view: run(viewReset),
    ownReset: run(ownReset),
    stopByLink: run(stopByLink),
    stopOwn: run(stopOwn),
    wish: run(wishForReset),
    /** A page of the same link that is sent twice at one moment finds it used. */
    use: (asked: UseReset) => afterOthers(() => use(asked)),
  };
}
