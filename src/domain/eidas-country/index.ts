export * from './model.ts';
export type { EidasCountryStore } from './ports.ts';
