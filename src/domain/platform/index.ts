export { type FirstAdministrator, type InvitationDecision, invitationDecisions } from './administrators.ts';
export type { TypedOrganisation } from './change-organisation.ts';
export * from './model.ts';
export { openPlatformDesk, type PlatformDesk } from './open-platform-desk.ts';
export type { ShownOrganisation } from './organisations.ts';
export { MOST_COUNTED, type TargetGroupFigures } from './overview.ts';
export type { OrganisationQuery, PlatformStore, StaffQuery } from './ports.ts';
export type { InvitedMember } from './staff.ts';
export type { PlatformStores } from './world.ts';
