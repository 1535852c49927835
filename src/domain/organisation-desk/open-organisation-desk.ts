import type { World } from '../../base/unit-of-work.ts';
import { changeEmail, viewDetails } from './details.ts';
import { listAdministered, openOrganisation } from './open-organisation.ts';
import { viewActivity } from './view-activity.ts';
import { viewHome } from './view-home.ts';
import { bindOrganisationDesk, type OrganisationDeskStores } from './world.ts';

/** What administrators see and do on the pages of their organisation. */
export type OrganisationDesk = ReturnType<typeof openOrganisationDesk>;

/** Opens the acts of administrators. */
export function openOrganisationDesk(world: World<OrganisationDeskStores>) {
  const run = bindOrganisationDesk(world);
  return {
    listAdministered: run(listAdministered),
    openOrganisation: run(openOrganisation),
    viewHome: run(viewHome),
    viewActivity: run(viewActivity),
    viewDetails: run(viewDetails),
    changeEmail: run(changeEmail),
  };
}
