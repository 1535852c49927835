import type { Surroundings, World } from '../../base/unit-of-work.ts';
import type { AccountKeyStores } from '../account-keys/index.ts';
import { actsIn, declaringActs, type Moment } from '../acting/index.ts';
import type { AdministrationStore } from '../administration/index.ts';
import type { ApplicationStore } from '../application/index.ts';
import type { OrphanStore } from '../enterprise-register/index.ts';
import type { MailSender } from '../notification/index.ts';
import type { OrganisationHistory, OrganisationStore } from '../organisation/index.ts';
import type { UserRightStore } from '../rights/index.ts';
import type { UserRightStores } from '../user-rights/index.ts';
import type { WorkRelationStores } from '../work-relation/index.ts';
import type { HeldAccessStore } from './held-access.ts';
import type { AccessRequestStore, AskedOrganisations } from './ports.ts';

/** Everything that asking for access keeps and reads, bound to one transaction. */
export type AccessRequestStores = Pick<
  AccountKeyStores,
  'accountKeys' | 'addresses' | 'persons' | 'outbox' | 'templates' | 'audit'
> & {
  readonly people: WorkRelationStores['people'];
  readonly accessRequests: AccessRequestStore;
  readonly askedOrganisations: AskedOrganisations;
  readonly heldAccess: HeldAccessStore;
  readonly applications: Pick<ApplicationStore, 'find' | 'list'>;
  readonly administrations: AdministrationStore;
  readonly organisations: Pick<OrganisationStore, 'find' | 'findByCode'>;
  readonly orphans: Pick<OrphanStore, 'caretakers'>;
  readonly organisationHistory: OrganisationHistory;
  readonly rights: UserRightStore;
  readonly userRights: UserRightStores['userRights'];
};

export type AccessRequestSettings = { readonly sender: MailSender };

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type RequestContext<Needs extends readonly (keyof AccessRequestStores)[]> = Moment<
  Surroundings<AccessRequestSettings>,
  AccessRequestStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<AccessRequestSettings>, AccessRequestStores>();

export type AccessRequestWorld = World<AccessRequestStores, AccessRequestSettings>;

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindRequests(world: AccessRequestWorld) {
  return actsIn<Surroundings<AccessRequestSettings>, AccessRequestStores>(world);
}
