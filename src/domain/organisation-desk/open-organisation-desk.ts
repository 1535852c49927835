import type { World } from '../../base/unit-of-work.ts';
import { listAdministered, openOrganisation } from './open-organisation.ts';
import { bindOrganisationDesk, type OrganisationDeskStores } from './world.ts';

/** What administrators see and do on the pages of their organisation. */
export type OrganisationDesk = ReturnType<typeof openOrganisationDesk>;

/** Opens the acts of administrators. */
export function openOrganisationDesk(world: World<OrganisationDeskStores>) {
  const run = bindOrganisationDesk(world);
  return { listAdministered: run(listAdministered), openOrganisation: run(openOrganisation) };
}
