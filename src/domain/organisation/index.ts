export * from './model.ts';
export type { OrganisationStore } from './ports.ts';
