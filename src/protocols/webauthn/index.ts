export { openInvitations } from './open-invitations.ts';
export { openPasskeys } from './open-passkeys.ts';
export { relyingPartyAt } from './relying-party.ts';
