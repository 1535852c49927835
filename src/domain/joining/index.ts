export { followNeeds, followRegister } from './follow-register.ts';
export type * from './join-desk.ts';
export type * from './model.ts';
export { openJoinDesk } from './open-join-desk.ts';
export { allowWaiting, proposeJoin } from './operate-joins.ts';
export { planJoin } from './plan-join.ts';
export type * from './ports.ts';
export { type ReplacedNumbers, replaceNumber } from './replace-number.ts';
export { inJoining, type JoiningContext, type JoiningStores, type JoiningWorld } from './world.ts';
