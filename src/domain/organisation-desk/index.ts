export type { OpenOrganisation } from './open-organisation.ts';
export { type OrganisationDesk, openOrganisationDesk } from './open-organisation-desk.ts';
export type { OrganisationDeskStores } from './world.ts';
