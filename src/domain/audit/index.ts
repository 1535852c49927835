export { eventOfImport, type ImportedKind } from './event-of-import.ts';
export type { AuditEventKind } from './kinds.ts';
export { auditEventKinds, refusalKinds } from './kinds.ts';
export { type ListedLooks, type ListingStores, listLooks } from './list-looks.ts';
export * from './model.ts';
export type { AuditTrail, Looks } from './ports.ts';
