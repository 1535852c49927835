export * from './model.ts';
export type { RegistrationRequest, RegistrationStore } from './ports.ts';
export { newReference, parseReference } from './reference.ts';
