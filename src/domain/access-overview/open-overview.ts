import type { World } from '../../base/unit-of-work.ts';
import { testAccess } from './test-access.ts';
import { exportAccess, viewAccess } from './view-access.ts';
import { viewActing } from './view-acting.ts';
import { bindOverview, type OverviewStores } from './world.ts';

/** Who may act for an organisation, and for whom somebody may act. */
export type AccessOverview = ReturnType<typeof openOverview>;

/** Opens the overviews of access. */
export function openOverview(world: World<OverviewStores>) {
  const run = bindOverview(world);
  return {
    access: run(viewAccess),
    export: run(exportAccess),
    acting: run(viewActing),
    test: run(testAccess),
  };
}
