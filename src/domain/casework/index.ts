export type * from './desk.ts';
export * from './model.ts';
export { parseCaseId } from './parse-case-id.ts';
export type * from './ports.ts';
export { caseSortings } from './ports.ts';
export * from './requests.ts';
export { caseTransitions, isOpen, openStates } from './transitions.ts';
export type { CaseworkSettings } from './world.ts';
