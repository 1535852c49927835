export { openPasskeys } from './open-passkeys.ts';
export { relyingPartyAt } from './relying-party.ts';
