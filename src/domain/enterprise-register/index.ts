export { followOrganisations } from './follow-organisations.ts';
export { listOrphans } from './list-orphans.ts';
export * from './model.ts';
export type { EnterpriseRegister, OrphanStore } from './ports.ts';
export { standingInRegister } from './standing-in-register.ts';
export { tellIfOrphaned } from './tell-who-decides.ts';
export { followingNeeds } from './world.ts';
