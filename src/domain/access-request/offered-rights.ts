import { type Application, admits } from '../application/index.ts';
import type { Organisation } from '../organisation/index.ts';

/** The rights of an application that people may ask an organisation for. */
export function askableRights(
  application: Application,
  organisation: Pick<Organisation, 'targetGroup'>,
): Application['rights'] {
  return admits(application, organisation.targetGroup) ? application.rights : [];
}
