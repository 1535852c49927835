import type { World } from '../../base/unit-of-work.ts';
import type { InvitationSettings } from '../invitation/index.ts';
import { appointFirst, decideFor, endFor } from './administrators.ts';
import { addOrganisation, endOrganisation, renameOrganisation } from './change-organisation.ts';
import { findOrganisations, nameOrganisation, viewOrganisation } from './organisations.ts';
import { listApplications, viewApplication, viewPlatform, viewTargetGroups } from './overview.ts';
import {
  endStaffMember,
  inviteStaffMember,
  listStaffMembers,
  viewStaffMember,
  withdrawInvitation,
} from './staff.ts';
import { bindPlatform, type PlatformStores } from './world.ts';

/** What the platform's own administrators may do. */
export type PlatformDesk = ReturnType<typeof openPlatformDesk>;

/** Opens the desk of the platform's own administrators. */
export function openPlatformDesk(world: World<PlatformStores, InvitationSettings>) {
  const run = bindPlatform(world);
  return {
    viewPlatform: run(viewPlatform),
    findOrganisations: run(findOrganisations),
    nameOrganisation: run(nameOrganisation),
    viewOrganisation: run(viewOrganisation),
    addOrganisation: run(addOrganisation),
    renameOrganisation: run(renameOrganisation),
    endOrganisation: run(endOrganisation),
    appointFirst: run(appointFirst),
    endFor: run(endFor),
    decideFor: run(decideFor),
    listStaffMembers: run(listStaffMembers),
    viewStaffMember: run(viewStaffMember),
    inviteStaffMember: run(inviteStaffMember),
    withdrawInvitation: run(withdrawInvitation),
    endStaffMember: run(endStaffMember),
    viewTargetGroups: run(viewTargetGroups),
    listApplications: run(listApplications),
    viewApplication: run(viewApplication),
  };
}
