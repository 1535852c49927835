export * from './attempt.ts';
export * from './problem.ts';
export * from './ports.ts';
export * from './view.ts';
export type { BeginLogin, EidasAnswer, Login } from './login.ts';
export { openLogin } from './login.ts';
export type { Claims } from './steps/7-token.ts';
export { claimsFor } from './steps/7-token.ts';
