export type * from './model.ts';
export { type AccessOverview, openOverview } from './open-overview.ts';
export { actingFor, actingOf, rowOf } from './overview.ts';
export type { AccessOverviewStore } from './ports.ts';
export type { AccessAnswer, TestAccess, TestedAccess } from './test-access.ts';
export type { NamedAdministrator, ViewedAccess } from './view-access.ts';
export type { OverviewStores } from './world.ts';
