import { changeContexts, endRights, extendRights } from './change-rights.ts';
import { giveRights } from './give-rights.ts';
import { viewEnding } from './view-ending.ts';
import { copyRights, previewGiving, viewGiving } from './view-giving.ts';
import { findApplication, findColleagues, viewRight } from './view-right.ts';
import { bindUserRights, type UserRightWorld } from './world.ts';

/** What pages do with user rights. */
export type UserRightDesk = ReturnType<typeof openUserRights>;

/** Opens the desk at which administrators give, change and end user rights. */
export function openUserRights(world: UserRightWorld) {
  const run = bindUserRights(world);
  return {
    findApplication: run(findApplication),
    findColleagues: run(findColleagues),
    viewGiving: run(viewGiving),
    previewGiving: run(previewGiving),
    copyRights: run(copyRights),
    giveRights: run(giveRights),
    extendRights: run(extendRights),
    changeContexts: run(changeContexts),
    endRights: run(endRights),
    viewRight: run(viewRight),
    viewEnding: run(viewEnding),
  };
}
