import fc from 'fast-check';

/**
 * How often a property is tried: as often as it asks, but in a run that asks for fewer tries of every property (`run-suites-at.ts`) not
 * more than those. A number given to `fc.assert` would stand above that of the run.
 */
export function tries(usual: number): number {
  return Math.min(usual, fc.readConfigureGlobal().numRuns ?? usual);
}
