export type { AuditFilter } from './audit/audit.ts';
export { type DatabaseAccess, readAccess } from './ground/access.ts';
export { onOneConnection, SilentConnection } from './ground/connection.ts';
export type { DatabaseOwner } from './ground/demo-mark.ts';
export type { DutyStore, DutyTroubles } from './ground/duties.ts';
export {
  type Grantees,
  type MigrationOutcome,
  migrate,
  readMigrations,
  readSchemaState,
} from './ground/migrate.ts';
export type { DataKeys, SealingKey } from './ground/sealing.ts';
export type { OutboxQueue, StuckItem, TakenItem } from './mail/outbox-queue.ts';
export {
  type DatabaseLook,
  OWN_CONNECTIONS,
  openStore,
  type Store,
  type StoreOptions,
} from './open-store.ts';
export type {
  ImportedOrganisation,
  OrganisationImport,
  OrganisationImportCounts,
} from './organisations/organisation-import.ts';
export type {
  ImportedStaffRight,
  StaffImport,
  StaffImportCounts,
  StaffRightChange,
} from './organisations/staff-import.ts';
export type { RegisterNews } from './persons/register/register-events.ts';
export type {
  ImportedRegistration,
  RegisterImport,
  RegisterImportCounts,
} from './persons/register/register-import.ts';
export type { StoresInTransaction } from './stores-in-transaction.ts';
