export {
  ACCEPTING_LEVEL,
  type AcceptedWork,
  type AnswerInvitation,
  acceptWork,
  type NotAnswered,
  refuseWork,
} from './answer.ts';
export type { InvitationFault } from './check-content.ts';
export {
  type InviteByMail,
  type InviteByNumber,
  type InvitedByMail,
  type InvitedByNumber,
  inviteByMail,
  inviteByNumber,
} from './invite.ts';
export {
  type DecidedInvitation,
  type DecideInvitation,
  decideInvitation,
  type ListedInvitation,
  listInvitations,
  sendInvitationAgain,
  withdrawInvitation,
} from './manage.ts';
export * from './model.ts';
export { openWorkInvitations, type WorkInvitations } from './open-work-invitations.ts';
export type * from './ports.ts';
export { haveSameNames } from './same-names.ts';
export { openInvitationsFor, viewWorkInvitation, type WorkInvitationView } from './view.ts';
export {
  bindWorkInvitations,
  invitationBounds,
  type WorkInvitationSettings,
  type WorkInvitationStores,
} from './world.ts';
