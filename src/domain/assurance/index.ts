export { isAtLeast } from './compare.ts';
export * from './model.ts';
