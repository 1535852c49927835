import { accessRequestStores } from './access-requests/index.ts';
import { accountStores, accountUpkeep } from './account/index.ts';
import { accountKeyStores, accountKeyUpkeep } from './account-keys/index.ts';
import { catalogueVersionsIn, openCachedApplications } from './applications/index.ts';
import { auditStores, auditUpkeep } from './audit/index.ts';
import { caseUpkeep, caseworkStores } from './casework/index.ts';
import { openCachedCountries } from './countries/index.ts';
import { documentStores } from './documents/index.ts';
import type { MadeBy } from './ground/makers.ts';
import type { Change } from './ground/news.ts';
import type { Forgotten } from './ground/upkeep.ts';
import { invitationStores } from './invitations/index.ts';
import { keyResetStores, keyResetUpkeep } from './key-resets/index.ts';
import { loginStores, loginUpkeep } from './login/index.ts';
import { openCachedMeansProviders } from './login-means/index.ts';
import { mailStores, mailUpkeep } from './mail/index.ts';
import { oidcStores } from './oidc/index.ts';
import { organisationStores } from './organisations/index.ts';
import { personStores, personUpkeep } from './persons/index.ts';
import { platformStores } from './platform/index.ts';
import { workInvitationStores, workInvitationUpkeep } from './work-invitations/index.ts';

/** Every store that a use case may name, made by its subject. `hearsNews` says whether changes of other processes are heard. */
export function openMakers(hearsNews: () => boolean) {
  const applications = openCachedApplications(hearsNews);
  const countries = openCachedCountries(hearsNews);
  const meansProviders = openCachedMeansProviders(hearsNews);
  return {
    makers: {
      applications: applications.storeIn,
      catalogueVersions: catalogueVersionsIn,
      countries: countries.storeIn,
      meansProviders: meansProviders.storeIn,
      ...accessRequestStores,
      ...accountStores,
      ...accountKeyStores,
      ...auditStores,
      ...caseworkStores,
      ...documentStores,
      ...invitationStores,
      ...keyResetStores,
      ...loginStores,
      ...mailStores,
      ...oidcStores,
      ...organisationStores,
      ...personStores,
      ...workInvitationStores,
      ...platformStores,
    },
    /** Forgets what is kept in this process of something that changed; `null` forgets everything. */
    forget(change: Change | null): void {
      applications.forget(change);
      countries.forget(change);
      meansProviders.forget(change);
    },
  };
}

/** What may be forgotten of each subject. */
export const forgotten: readonly Forgotten[] = [
  ...loginUpkeep,
  ...mailUpkeep,
  ...caseUpkeep,
  ...personUpkeep,
  ...accountUpkeep,
  ...accountKeyUpkeep,
  ...keyResetUpkeep,
  ...auditUpkeep,
  ...workInvitationUpkeep,
];

/** The stores that a unit of work can hand over, by name. */
export type Stores = MadeBy<ReturnType<typeof openMakers>['makers']>;
