import { liveLoginsIn } from './live-logins.ts';
import { oidcChangesIn } from './oidc-changes.ts';

export { loginGrantsOn } from './login-grants.ts';
export { oidcStatesOn } from './oidc-states.ts';

/** State of OpenID Connect, by the name under which a use case asks for it. */
export const oidcStores = { oidc: oidcChangesIn, liveLogins: liveLoginsIn };
