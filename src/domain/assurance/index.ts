export * from './model.ts';
export { isAtLeast, strongest } from './compare.ts';
