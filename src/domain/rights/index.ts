export * from './model.ts';
export type { PersonTies, UserRightStore } from './ports.ts';
