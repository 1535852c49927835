export { type DatabaseAccess, readAccess } from './access.ts';
export type { AuditFilter } from './audit.ts';
export { onOneConnection, SilentConnection } from './connection.ts';
export type { DatabaseOwner } from './demo-mark.ts';
export type { DutyStore, DutyTroubles } from './duties.ts';
export type { BouncedMailJob, MailCountsByState, TroubledMail } from './mail-queue.ts';
export {
  type Grantees,
  type MigrationOutcome,
  migrate,
  readMigrations,
  readSchemaState,
} from './migrate.ts';
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
} from './organisation-import.ts';
export type { OutboxQueue, StuckItem, TakenItem } from './outbox-queue.ts';
export type { RegisterNews } from './register-events.ts';
export type { ImportedRegistration, RegisterImport, RegisterImportCounts } from './register-import.ts';
export type { DataKeys, SealingKey } from './sealing.ts';
export type {
  ImportedStaffRight,
  StaffImport,
  StaffImportCounts,
  StaffRightChange,
} from './staff-import.ts';
export type { StoresInTransaction } from './stores-in-transaction.ts';
