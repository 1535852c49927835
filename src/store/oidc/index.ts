export { type LoginGrantStore, loginGrantsOn } from './login-grants.ts';
export { type OidcCommit, oidcCommitOn } from './oidc-changes.ts';
export { type OidcStateStore, oidcStatesOn } from './oidc-states.ts';
