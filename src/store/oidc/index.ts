export { loginGrantsOn, type StoredGrants } from './login-grants.ts';
export { oidcCommitOn } from './oidc-changes.ts';
export { oidcStatesOn, type StoredStates } from './oidc-states.ts';
