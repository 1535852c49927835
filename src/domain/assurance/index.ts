export { isAtLeast, strongest } from './compare.ts';
export * from './model.ts';
