import type { PlatformStore } from '../../domain/platform/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { platformOrganisationsIn } from './platform-organisations.ts';
import { platformStaffIn } from './platform-staff.ts';

/** What the platform's own administrators look at, by the name under which a use case asks for it. */
export const platformStores = {
  platform: (context: StoreContext): PlatformStore => ({
    ...platformOrganisationsIn(context),
    ...platformStaffIn(context),
  }),
};
