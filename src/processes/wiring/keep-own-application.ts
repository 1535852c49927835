import { accountApplication } from '../../domain/account/index.ts';
import { organisationApplication } from '../../domain/administration/index.ts';
import { invitationApplication } from '../../domain/invitation/index.ts';
import { requestApplication } from '../../domain/registration/index.ts';
import { caseworkApplication } from '../../domain/staff/index.ts';
import type { Store } from '../../store/index.ts';

/**
 * Makes sure that the register of applications holds our own pages, as this release describes them. Changes nothing twice. No
 * event tells of it: nobody did it, it is part of the release.
 */
export async function keepOwnApplication(store: Pick<Store, 'inTransaction'>): Promise<void> {
  await store.inTransaction(['applications'], async (stores) => {
    await stores.applications.put(caseworkApplication);
    await stores.applications.put(invitationApplication);
    await stores.applications.put(requestApplication);
    await stores.applications.put(accountApplication);
    await stores.applications.put(organisationApplication);
  });
}
