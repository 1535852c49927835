import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { actsIn, declaringActs } from '../acting/index.ts';
import type { AdministrationStore } from '../administration/index.ts';
import type { AppointmentStore } from '../appointment/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { OrganisationHistory } from '../organisation/index.ts';
import type { PersonStore } from '../person/index.ts';
import type { OrganisationPagesStore } from './ports.ts';

/** Everything that the pages of an organisation keep and read: bound to one transaction. */
export type OrganisationDeskStores = {
  readonly administrations: AdministrationStore;
  readonly appointments: Pick<AppointmentStore, 'namesOf'>;
  readonly persons: Pick<PersonStore, 'find'>;
  readonly organisationHistory: Pick<OrganisationHistory, 'list' | 'record'>;
  readonly organisationPages: OrganisationPagesStore;
  readonly audit: AuditTrail;
};

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings, OrganisationDeskStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindOrganisationDesk(world: World<OrganisationDeskStores>) {
  return actsIn<Surroundings, OrganisationDeskStores>(world);
}
