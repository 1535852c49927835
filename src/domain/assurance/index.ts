export { isAtLeast, weakestOf } from './compare.ts';
export * from './model.ts';
