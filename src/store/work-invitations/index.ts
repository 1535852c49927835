import { invitationTriesIn } from './invitation-tries.ts';
import { workInvitationsIn } from './work-invitations.ts';

export { workInvitationUpkeep } from './work-invitation-upkeep.ts';

/** Invitations to work for an organisation, by the name under which a use case asks for them. */
export const workInvitationStores = {
  workInvitations: workInvitationsIn,
  invitationTries: invitationTriesIn,
};
