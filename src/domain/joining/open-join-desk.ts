import type { World } from '../../base/unit-of-work.ts';
import { decideJoin } from './decide-join.ts';
import { findJoin, listJoins } from './list-joins.ts';
import { proposeJoin } from './propose-join.ts';
import { decideUndo, proposeUndo } from './undo-join.ts';
import { bindJoining, type JoiningSettings, type JoiningStores } from './world.ts';

/** Two case leads: one finds that two persons are one, another one agrees; and so back again. */
export type JoinDesk = ReturnType<typeof openJoinDesk>;

/** Opens the desk at which two case leads join persons. */
export function openJoinDesk(world: World<JoiningStores, JoiningSettings>) {
  const run = bindJoining(world);
  return {
    listJoins: run(listJoins),
    findJoin: run(findJoin),
    proposeJoin: run(proposeJoin),
    decideJoin: run(decideJoin),
    proposeUndo: run(proposeUndo),
    decideUndo: run(decideUndo),
  };
}
