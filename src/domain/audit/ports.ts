import type { AuditEvent, Look, LookedAt } from './model.ts';

/** Appends events in the transaction that caused them; nothing can change or remove one. */
export type AuditTrail = { record(...events: readonly AuditEvent[]): Promise<void> };

/** Who looked at somebody. */
export type Looks = {
  /** Newest first; `null` when nobody is known by this. `before`: only events before this id. */
  at(
    who: LookedAt,
    page?: { readonly before?: string | undefined; readonly limit?: number },
  ): Promise<readonly Look[] | null>;
};
