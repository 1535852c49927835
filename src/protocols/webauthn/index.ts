export { openInvitations } from './open-invitations.ts';
export { openKeyResetPages } from './open-key-resets.ts';
export { openPasskeys } from './open-passkeys.ts';
export { relyingPartyAt } from './relying-party.ts';
