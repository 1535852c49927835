export * from './model.ts';
export type { Outbox } from './ports.ts';
