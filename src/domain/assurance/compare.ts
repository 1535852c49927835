import { type AssuranceLevel, assuranceLevels } from './model.ts';

/** Whether `level` is `required` or stronger. */
export function isAtLeast(level: AssuranceLevel, required: AssuranceLevel): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(required);
}

/** The weakest of these levels. */
export function weakestOf(first: AssuranceLevel, ...others: readonly AssuranceLevel[]): AssuranceLevel {
  return others.reduce((one, other) => (isAtLeast(one, other) ? other : one), first);
}
