export type { AuditEventKind } from './kinds.ts';
export { auditEventKinds } from './kinds.ts';
export * from './model.ts';
export type { AuditTrail } from './ports.ts';
