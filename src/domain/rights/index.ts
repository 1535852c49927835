export type { RightStanding } from './granted-rights.ts';
export { grantedRights, standingsIn } from './granted-rights.ts';
export * from './model.ts';
export type { PersonTies, UserRightStore } from './ports.ts';
