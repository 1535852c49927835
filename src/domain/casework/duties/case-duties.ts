import type { Duty } from '../../../base/duty.ts';
import { HOUR, MINUTE } from '../../../base/time.ts';
import type { World } from '../../../base/unit-of-work.ts';
import type { CaseId } from '../case/model.ts';
import type { CaseworkSettings, CaseworkStores } from '../case/world.ts';
import { findOffices } from './find-offices.ts';
import { runCaseDuties } from './run-duties.ts';

/** What time does to cases. `tell` hears of each case that cannot be handled. */
export function caseDuties(
  world: World<CaseworkStores, CaseworkSettings>,
  tell: (failed: { readonly case: CaseId; readonly error: unknown }) => void,
): readonly Duty[] {
  const run = async () => {
    for (const failed of (await runCaseDuties(world)).failed) tell(failed);
  };
  const offices = async () => {
    await findOffices(world);
  };
  return [
    { name: 'cases', every: MINUTE, run },
    { name: 'offices-of-cases', every: HOUR, run: offices },
  ];
}
