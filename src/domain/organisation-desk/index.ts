export type { OpenOrganisation } from './open-organisation.ts';
export { type OrganisationDesk, openOrganisationDesk } from './open-organisation-desk.ts';
export type { OrganisationDetails, OrganisationPagesStore, WaitingCounts } from './ports.ts';
export type { ActivityView } from './view-activity.ts';
export { ENDING_DAYS, type HomeView, UNUSED_DAYS } from './view-home.ts';
export type { OrganisationDeskStores } from './world.ts';
