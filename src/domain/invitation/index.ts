export type { InvitedStaff, InviteStaff } from './invite-staff.ts';
export { inviteStaff } from './invite-staff.ts';
export { listStaff } from './list-staff.ts';
export * from './model.ts';
export { type NameFault, readName } from './names.ts';
export type { InvitationStore, StaffList, StaffRightHeld } from './ports.ts';
export type { WithdrawnStaff } from './withdraw.ts';
export { withdrawStaff } from './withdraw.ts';
export { bindInvitations, type InvitationSettings, type InvitationStores } from './world.ts';
