import { type AssuranceLevel, assuranceLevels } from './model.ts';

/** Whether `level` is `required` or stronger. */
export function isAtLeast(level: AssuranceLevel, required: AssuranceLevel): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(required);
}
