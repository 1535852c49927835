export type { AuditFilter } from './audit/index.ts';
export type { DatabaseOwner } from './demo/index.ts';
export type { DutyStore } from './duties/index.ts';
export { type DatabaseAccess, lookAtServer, readAccess, type ServerLook } from './ground/access.ts';
export { SilentConnection } from './ground/connection.ts';
export {
  type Grantees,
  type MigrationOutcome,
  migrate,
  readMigrations,
  readSchemaState,
} from './ground/migrate.ts';
export { lookThroughPooler, type PoolerLook, sharesSessions } from './ground/pooler.ts';
export type { DataKeys, SealingKey } from './ground/sealing.ts';
export type { OutboxQueue, StuckItem, TakenItem } from './mail/index.ts';
export {
  type DatabaseLook,
  OWN_CONNECTIONS,
  openStore,
  type Store,
  type StoreOptions,
} from './open-store.ts';
export type {
  OrganisationImport,
  OrganisationImportCounts,
  ShownRightChange,
  StaffImport,
  StaffImportCounts,
} from './organisations/index.ts';
export type { RegisterImport, RegisterImportCounts } from './persons/index.ts';
export type { Stores } from './stores.ts';
