export { capacitiesOf } from './capacities-of.ts';
export { cutDown } from './cut-down.ts';
export * from './model.ts';
export type { CapacityQuestion } from './question.ts';
export { findByKey, keyOf, settle, wishOf } from './settle.ts';
export { wishFrom } from './wish-from.ts';
