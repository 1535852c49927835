export * from './model.ts';
export type { AuditTrail } from './ports.ts';
