export * from './model.ts';
export type { PersonStore, PersonsRegister } from './ports.ts';
