export * from './model.ts';
export type { ApplicationStore } from './ports.ts';
