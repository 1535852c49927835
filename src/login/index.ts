export * from './attempt.ts';
export type { Claims, ClaimsGrant } from './claims.ts';
export { claimsFor } from './claims.ts';
export type { EidasAnswer } from './eidas-answer.ts';
export type { BeginLogin, Login } from './login.ts';
export { AttemptChanged, openLogin } from './login.ts';
export * from './ports.ts';
export * from './problem.ts';
export * from './view.ts';
