export * from './key-set.ts';
export { type MakeKey, newKeySet, rotateKeys, rotatingUses } from './rotate-keys.ts';
