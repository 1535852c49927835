export {
  type AcceptedInvitation,
  type AcceptInvitation,
  acceptInvitation,
  type NameError,
  PasskeyTaken,
  type TypedNames,
  wishForInvited,
} from './accept-invitation.ts';
export { administersPlatform } from './administers-platform.ts';
export { giveInvitedRight, givingNeeds } from './give-right.ts';
export { invitationApplication, invitationApplicationId } from './invitation-application.ts';
export { type InvitedStaff, type InviteStaff, inviteStaff } from './invite-staff.ts';
export { listStaff } from './list-staff.ts';
export * from './model.ts';
export { type NameFault, readName } from './names.ts';
export type { InvitationStore, StaffList, StaffRightHeld } from './ports.ts';
export { type InvitationView, viewInvitation } from './view-invitation.ts';
export { endingNeeds, endStaffRights, type WithdrawnStaff, withdrawStaff } from './withdraw.ts';
export { bindInvitations, type InvitationSettings, type InvitationStores } from './world.ts';
