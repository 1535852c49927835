import type { StoreContext } from '../ground/context.ts';
import { accessOverviewIn } from './access-overview.ts';
import { administrationsIn } from './administrations.ts';
import { appointmentsIn } from './appointments.ts';
import { endingRightsIn } from './ending-rights.ts';
import { enterpriseRegisterIn } from './enterprise-register.ts';
import { officePlacesIn } from './office-places.ts';
import { organisationHistoryIn } from './organisation-changes.ts';
import { organisationPagesIn } from './organisation-pages.ts';
import { organisationsIn, type StoredOrganisations } from './organisations.ts';
import { orphansIn } from './orphans.ts';
import { peopleIn } from './people.ts';
import { rightHoldersIn } from './right-holders.ts';
import { rightsIn } from './rights.ts';
import { entrustedIn, staffIn } from './staff.ts';
import { userRightsIn } from './user-rights.ts';
import { addWorkRelationIn } from './work-relations.ts';

export {
  beginOrganisationImport,
  type OrganisationImport,
  type OrganisationImportCounts,
} from './organisation-import.ts';
export { ORGANISATION_COLUMNS, type OrganisationRow, readOrganisation } from './organisations.ts';
export { beginRightImport, type RightImport, type ShownRightChange } from './right-import.ts';
export { readTies, selectTies, type TiesRow } from './rights.ts';
export {
  beginStaffImport,
  type StaffImport,
  type StaffImportCounts,
} from './staff-import.ts';
export { readWorkRelation, type WorkRelationRow } from './work-relations.ts';

/** Organisations, rights in them and the people who work with Sluis, by the name under which a use case asks for them. */
export const organisationStores = {
  organisations: (context: StoreContext): StoredOrganisations => ({
    ...organisationsIn(context),
    addWorkRelation: addWorkRelationIn(context),
  }),
  administrations: administrationsIn,
  appointments: appointmentsIn,
  organisationPages: organisationPagesIn,
  organisationHistory: organisationHistoryIn,
  people: peopleIn,
  accessOverview: accessOverviewIn,
  /** The register of organisations, and those in which nobody decides. */
  enterpriseRegister: enterpriseRegisterIn,
  orphans: orphansIn,
  rights: rightsIn,
  rightHolders: rightHoldersIn,
  userRights: userRightsIn,
  endingRights: endingRightsIn,
  staff: staffIn,
  entrusted: entrustedIn,
  offices: staffIn,
  officePlaces: officePlacesIn,
};
