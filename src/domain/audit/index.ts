export type { AuditEventKind } from './kinds.ts';
export { auditEventKinds, refusalKinds } from './kinds.ts';
export * from './model.ts';
export type { AuditTrail } from './ports.ts';
