import type { AuditEvent } from './model.ts';

/** Appends events in the transaction that caused them; nothing can change or remove one. */
export type AuditTrail = { record(...events: readonly AuditEvent[]): Promise<void> };
