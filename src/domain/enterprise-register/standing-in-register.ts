import type { OrganisationCode, TargetGroup } from '../organisation/index.ts';
import type { EnterpriseRegister } from './ports.ts';

/** Whether an organisation counts, as its register says: rights in one that ended, or that nobody knows, can only end. */
export async function standingInRegister(
  { enterpriseRegister }: { readonly enterpriseRegister: EnterpriseRegister },
  { targetGroup, code }: { readonly targetGroup: TargetGroup; readonly code: OrganisationCode },
  at: Date,
): Promise<'unknown' | 'ended' | 'counts'> {
  const registered = await enterpriseRegister.findByCode(targetGroup, code, at);
  if (registered === null) return 'unknown';
  const { until } = registered.validity;
  return until !== null && until <= at ? 'ended' : 'counts';
}
