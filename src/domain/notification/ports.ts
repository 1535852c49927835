import type { Mail } from './model.ts';

/** Mail goes into the outbox in the transaction that caused it; the worker sends it once. */
export type Outbox = { send(mail: Mail): Promise<void> };
