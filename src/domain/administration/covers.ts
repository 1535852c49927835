import type { ApplicationId } from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { Administrator } from './model.ts';

/** Whether somebody may decide about this unit, and about the rights of this application; what is not asked is not judged. */
export function covers(
  { scope }: Pick<Administrator, 'scope'>,
  { unit, application }: { readonly unit?: OrganisationId; readonly application?: ApplicationId },
): boolean {
  return isWithin(scope.units, unit) && isWithin(scope.applications, application);
}

function isWithin<Id>(allowed: 'all' | readonly Id[], asked: Id | undefined): boolean {
  return asked === undefined || allowed === 'all' || allowed.includes(asked);
}
