import { invitationsIn } from './invitations.ts';

/** Invitations of staff, by the name under which a use case asks for them. */
export const invitationStores = { invitations: invitationsIn };
