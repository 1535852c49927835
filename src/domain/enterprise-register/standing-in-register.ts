import type { RegisteredOrganisation } from './model.ts';

/** Whether an organisation counts, as its register says: rights in one that ended, or that nobody knows, can only end. */
export function standingInRegister(
  registered: Pick<RegisteredOrganisation, 'validity'> | null,
  at: Date,
): 'unknown' | 'ended' | 'counts' {
  if (registered === null) return 'unknown';
  const { until } = registered.validity;
  return until !== null && until <= at ? 'ended' : 'counts';
}
