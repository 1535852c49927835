import { type AssuranceLevel, assuranceLevels } from './model.ts';

/** Whether `level` is `required` or stronger. */
export function isAtLeast(level: AssuranceLevel, required: AssuranceLevel): boolean {
  return assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(required);
}

/** The strongest of some levels; `null` of none. */
export function strongest(levels: readonly AssuranceLevel[]): AssuranceLevel | null {
  return levels.reduce<AssuranceLevel | null>(
    (best, each) => (best && isAtLeast(best, each) ? best : each),
    null,
  );
}
