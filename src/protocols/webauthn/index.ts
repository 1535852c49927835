export { type Challenged, challengeFor } from './challenge.ts';
export { type CreationOptions, creationOptions, type MadePasskey, verifyMaking } from './make-passkey.ts';
export { openPasskeys, type Passkeys } from './open-passkeys.ts';
export { type RelyingParty, relyingPartyAt } from './relying-party.ts';
