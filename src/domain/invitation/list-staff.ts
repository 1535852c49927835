import type { Invitation } from './model.ts';
import type { StaffRightHeld } from './ports.ts';
import { act } from './world.ts';

/** Who works with Sluis, and who is invited to. */
export const listStaff = act(
  ['staff', 'invitations'],
  async ({
    stores,
    now,
  }): Promise<{ readonly held: readonly StaffRightHeld[]; readonly open: readonly Invitation[] }> => ({
    held: await stores.staff.rightsHeld(now),
    open: await stores.invitations.listOpen(now),
  }),
);
